import type { Parsed } from '@zhiheng/contract/endpoint';
import type { CampaignAnalysis, getFrozenResult as endpoint, WholeResult } from '@zhiheng/contract/campaigns/results';
import { notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { readDocument, readFrozen } from './read-frozen.ts';
import type { AnalysisInputs } from './work-out.rules.ts';

/** A frozen result as it was: nothing of it is read from what is there today. */
export async function getFrozenResult(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<WholeResult> {
  const document = await readDocument(call, params.id, params.number);
  const frozen = (await readFrozen(call, params.id)).find(({ number }) => number === params.number);
  if (frozen === undefined) throw notFound('campaign_result');
  const { analysis, inputs } = JSON.parse(document) as { readonly analysis: CampaignAnalysis; readonly inputs: AnalysisInputs };
  const { name, plan } = inputs.campaign;
  return { ...frozen, campaign: name, period: [plan.from, plan.until], purpose: plan.purpose, analysis, document };
}
