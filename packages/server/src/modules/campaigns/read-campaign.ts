import { sql } from 'kysely';
import type { Campaign } from '@zhiheng/contract/campaigns/campaigns';
import type { CampaignPlan } from '@zhiheng/contract/campaigns/plan';
import { houseDay } from '../../platform/database/house-day.ts';
import { changedMeanwhile, notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { campaignRowOf, rowColumns, type CampaignRowRecord } from './campaign-rows.ts';
import { readFindings } from './findings/read-findings.ts';
import { readRecipients } from './recipients/read-recipients.ts';
import { readFrozen } from './results/read-frozen.ts';
import { readFacts } from './stages/read-facts.ts';
import { milestoneStates } from './stages/milestone.rules.ts';
import { nextStage, obstaclesTo } from './stages/stage.rules.ts';

/** What is stored of a campaign itself. */
export type CampaignRecord = CampaignRowRecord & { readonly plan: CampaignPlan; readonly version: number };

/** Throws 404 when it is in the trash. */
export async function readRecord(operation: Operation, id: string): Promise<CampaignRecord> {
  const { rows } = await sql<CampaignRecord>`
    select ${rowColumns(operation)}, c.plan, c.version from campaign c
    where c.org_id = ${operation.orgId} and c.id = ${id} and c.deleted_at is null`.execute(operation.db);
  const [row] = rows;
  if (row === undefined) throw notFound('campaign');
  return row;
}

/** The same, held until the transaction ends. */
export async function lockRecord(operation: Operation, id: string): Promise<CampaignRecord> {
  await sql`select from campaign where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return readRecord(operation, id);
}

/** For a change by somebody who has read `version`. */
export async function lockVersion(operation: Operation, id: string, version: number): Promise<CampaignRecord> {
  const record = await lockRecord(operation, id);
  if (record.version !== version) throw changedMeanwhile();
  return record;
}

/** A campaign as its page shows it. */
export async function findCampaign(operation: Operation, id: string): Promise<Campaign> {
  const record = await readRecord(operation, id);
  const { plan, version, stage, chain, ...row } = record;
  const facts = await readFacts(operation, record);
  const next = nextStage(chain, stage);
  return {
    ...campaignRowOf({ ...row, stage, chain }),
    ...{ plan, version, facts },
    milestones: milestoneStates(plan, facts, await houseDay(operation, operation.now)),
    next: next === null ? null : { stage: next, missing: obstaclesTo(record, facts) },
    moves: await readMoves(operation, id),
    frozen: await readFrozen(operation, id),
    findings: await readFindings(operation, id),
    recipients: await readRecipients(operation, id),
  };
}

async function readMoves({ db, orgId }: Operation, campaignId: string): Promise<Campaign['moves']> {
  const { rows } = await sql<Omit<Campaign['moves'][number], 'at'> & { readonly at: Date }>`
    select m.from_stage as "from", m.to_stage as "to", m.reason, m.at, a.name as by
    from campaign_move m left join account a on a.org_id = ${orgId} and a.id = m.moved_by
    where m.org_id = ${orgId} and m.campaign_id = ${campaignId} order by m.id desc`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
