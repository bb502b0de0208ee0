import type { Parsed } from '@zhiheng/contract/endpoint';
import type { CampaignAnalysis, getAnalysis as endpoint } from '@zhiheng/contract/campaigns/results';
import type { Call } from '../../../platform/operation.ts';
import { readRecord } from '../read-campaign.ts';
import { gatherInputs } from './gather-inputs.ts';
import type { IndicatorSource } from './indicator-source.ts';
import { workOut } from './work-out.rules.ts';

/** The figures of a campaign as they are now. */
export const readAnalysis =
  (source: IndicatorSource) =>
  async (call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<CampaignAnalysis> =>
    workOut(await gatherInputs(call, await readRecord(call, params.id), source), source);
