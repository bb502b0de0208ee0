import { sql } from 'kysely';
import type { CampaignFacts } from '@zhiheng/contract/campaigns/campaigns';
import type { Operation } from '../../../platform/operation.ts';
import { countSessions } from '../../fieldwork/index.ts';
import { countProgress } from '../../surveys/index.ts';
import type { CampaignRecord } from '../read-campaign.ts';

type Counts = Omit<CampaignFacts, 'surveys' | 'studies'> & { readonly results: number };
/** What is there, and how many results were frozen. */
export type StageFacts = CampaignFacts & { readonly results: number };

/** What a campaign has come to, read where it is kept. */
export async function readFacts(operation: Operation, { id, plan }: CampaignRecord): Promise<StageFacts> {
  const asked = plan.methods.flatMap(({ surveyId, wanted }) => (surveyId === null ? [] : [{ surveyId, wanted }]));
  const progress = await countProgress(operation, { surveyIds: asked.map(({ surveyId }) => surveyId), from: plan.from, until: plan.until });
  const surveys = asked.flatMap(({ surveyId, wanted }) => {
    const found = progress.find((one) => one.surveyId === surveyId);
    return found === undefined ? [] : [{ ...found, wanted }];
  });
  const studies = await countSessions(
    operation,
    plan.methods.flatMap(({ studyId = [] }) => studyId),
  );
  return { surveys, studies, ...(await countRows(operation, id)) };
}

async function countRows({ db, orgId }: Operation, id: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select
      (select count(*)::int4 from campaign_review where org_id = ${orgId} and campaign_id = ${id}) as reviews,
      (select count(*)::int4 from campaign_result where org_id = ${orgId} and campaign_id = ${id}) as results,
      f.findings, f.open as "openFindings", r.recipients, r.told, r.acknowledged
    from (
      select count(*)::int4 as findings, count(*) filter (where state in ('open', 'in-progress'))::int4 as open
      from campaign_finding where org_id = ${orgId} and campaign_id = ${id}
    ) f, (
      select count(*)::int4 as recipients, count(told_at)::int4 as told, count(acknowledged_at)::int4 as acknowledged
      from campaign_recipient where org_id = ${orgId} and campaign_id = ${id}
    ) r`.execute(db);
  const [counts] = rows;
  if (counts === undefined) throw new RangeError('a count without a row');
  return counts;
}
