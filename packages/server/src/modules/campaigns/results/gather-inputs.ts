import { sql } from 'kysely';
import type { Campaign } from '@zhiheng/contract/campaigns/campaigns';
import type { CampaignAnalysis } from '@zhiheng/contract/campaigns/results';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Answers } from '@zhiheng/forms/answers';
import { givenFields } from '../../../platform/changes-between.ts';
import type { Operation } from '../../../platform/operation.ts';
import { readStoredSums } from '../../surveys/index.ts';
import type { CampaignRecord } from '../read-campaign.ts';
import { canonical } from './canonical.rules.ts';
import type { IndicatorSource } from './indicator-source.ts';
import { calculation, type AnalysisInputs } from './work-out.rules.ts';

/** Reads all that an analysis is calculated from. It went through its text once, so that live and frozen figures are of the same data. */
export async function gatherInputs(operation: Operation, campaign: CampaignRecord, source: IndicatorSource): Promise<AnalysisInputs> {
  const { id, code, name, plan } = campaign;
  const { from, until, scope, figures } = plan;
  const codes = figures.flatMap((figure) => (figure.kind === 'indicator' ? [figure.code] : []));
  const inputs: AnalysisInputs = {
    calculation,
    asOf: operation.now.toISOString(),
    campaign: { id, code, name, plan },
    indicators: await source.gather(operation, { codes, from, until, scope }),
    surveys: await gatherSurveys(operation, plan),
    reviews: plan.sheet === null ? null : { sheet: plan.sheet, answers: await readAnswers(operation, id) },
    previous: plan.previousId === null ? null : await readPrevious(operation, plan.previousId),
  };
  return JSON.parse(canonical(inputs)) as AnalysisInputs;
}

/** Surveys that are in the trash are left out: their figures are then missing in the table. */
async function gatherSurveys(operation: Operation, { figures, from, until, scope }: Campaign['plan']): Promise<AnalysisInputs['surveys']> {
  const wanted = [...new Set(figures.flatMap((figure) => (figure.kind === 'survey' ? [figure.surveyId] : [])))].sort();
  if (wanted.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from survey where org_id = ${operation.orgId} and id = any(${wanted}::uuid[]) and deleted_at is null order by id`.execute(
    operation.db,
  );
  const within = givenFields({
    ...{ serviceId: scope.serviceId ?? undefined, siteId: scope.siteId ?? undefined },
    ...{ teamId: scope.teamId ?? undefined, segmentId: scope.segmentId ?? undefined },
  });
  const sums = [];
  for (const { id } of rows) sums.push(await readStoredSums(operation, id, { ...within, from, until, quality: 'all' }));
  return sums;
}

/** In the order in which they were handed in, and without names: the panel is judged, not its members. */
async function readAnswers({ db, orgId }: Operation, campaignId: string): Promise<Answers[]> {
  const { rows } = await sql<{ answers: Answers }>`
    select answers from campaign_review where org_id = ${orgId} and campaign_id = ${campaignId} order by id`.execute(db);
  return rows.map(({ answers }) => answers);
}

async function readPrevious({ db, orgId }: Operation, campaignId: string): Promise<AnalysisInputs['previous']> {
  const { rows } = await sql<{ name: LocalText; number: number; sha256: string; document: string }>`
    select c.name, r.number, r.sha256, r.document from campaign_result r join campaign c on c.org_id = ${orgId} and c.id = r.campaign_id
    where r.org_id = ${orgId} and r.campaign_id = ${campaignId} order by r.number desc limit 1`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  const { analysis } = JSON.parse(row.document) as { readonly analysis: CampaignAnalysis };
  return { campaignId, name: row.name, number: row.number, sha256: row.sha256, figures: analysis.figures };
}
