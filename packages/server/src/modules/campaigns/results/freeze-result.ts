import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { CampaignStage } from '@zhiheng/contract/campaigns/campaign-kind';
import type { CampaignAnalysis, freezeResult as endpoint, FrozenResult } from '@zhiheng/contract/campaigns/results';
import { conflict, invalidField } from '../../../platform/errors.ts';
import { hashOf, newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../campaign-rows.ts';
import { lockVersion } from '../read-campaign.ts';
import { canonical } from './canonical.rules.ts';
import { gatherInputs } from './gather-inputs.ts';
import type { IndicatorSource } from './indicator-source.ts';
import { readFrozen } from './read-frozen.ts';
import { workOut, type AnalysisInputs } from './work-out.rules.ts';

/** Nothing to freeze yet, or nothing to change any more. */
const unfrozen: readonly CampaignStage[] = ['prepare', 'collect', 'closed'];

/** Keeps the analysis together with all that it was calculated from. What was frozen before stays, under its own number. */
export const freezeResult =
  (source: IndicatorSource) =>
  async (call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<FrozenResult> => {
    const campaign = await lockVersion(call, params.id, body.version);
    if (unfrozen.includes(campaign.stage)) throw conflict('campaign_not_analysed', { stage: campaign.stage });
    const number = (await readFrozen(call, campaign.id)).length + 1;
    if (number > 1 && body.reason === '') throw invalidField('reason', 'reason_needed');
    const inputs = await gatherInputs(call, campaign, source);
    const document = documentOf(inputs, workOut(inputs, source));
    const sha256 = hashOf(document);
    await sql`
      insert into campaign_result (org_id, id, campaign_id, number, document, sha256, reason, frozen_at, frozen_by)
      values (${call.orgId}, ${newId()}, ${campaign.id}, ${number}, ${document}, ${sha256}, ${body.reason}, ${call.now},
        ${call.actor.accountId}::uuid)`.execute(call.db);
    await recordEvent(call, { type: 'campaign.frozen', entity: entityOf(campaign), data: { number, sha256, reason: body.reason } });
    const frozen = (await readFrozen(call, campaign.id)).find((result) => result.number === number);
    if (frozen === undefined) throw new RangeError('a result was stored and is not there');
    return frozen;
  };

/** What is hashed: the result and everything behind it. */
export const documentOf = (inputs: AnalysisInputs, analysis: CampaignAnalysis): string => canonical({ analysis, inputs });
