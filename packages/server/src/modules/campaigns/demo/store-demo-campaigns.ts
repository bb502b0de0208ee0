import { sql } from 'kysely';
import type { CampaignStage } from '@zhiheng/contract/campaigns/campaign-kind';
import { stagesOf, type CampaignPlan } from '@zhiheng/contract/campaigns/plan';
import { hashOf, newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { readRecord } from '../read-campaign.ts';
import { documentOf } from '../results/freeze-result.ts';
import { gatherInputs } from '../results/gather-inputs.ts';
import type { IndicatorSource } from '../results/indicator-source.ts';
import { workOut } from '../results/work-out.rules.ts';
import { planFromTemplate } from '../templates/plan-from-template.rules.ts';
import { findings, judgement, nameOf } from './demo-campaigns.rules.ts';

export interface DemoCampaignsPlan {
  readonly pack: string;
  readonly source: IndicatorSource;
  /** codes of the indicators that are looked at */
  readonly indicators: readonly string[];
  /** months with data, oldest first */
  readonly months: readonly string[];
  readonly locale: 'zh' | 'en';
}

interface Stretch {
  readonly from: string;
  readonly until: string;
}

const chain = 'improve';
const day = 86_400_000;

/** A campaign that is over, with its frozen result, findings and who took note, and one under way that is compared with it. */
export async function storeDemoCampaigns(operation: Operation, plan: DemoCampaignsPlan): Promise<void> {
  const [before, now] = [stretch(plan.months, -8), stretch(plan.months, -5)];
  if (before === null || now === null || plan.indicators.length === 0) return;
  const leaderId = await readLeader(operation);
  const over = await storeCampaign(operation, plan, { ...before, stage: 'closed', leaderId, previousId: null });
  await freeze(operation, plan, over);
  await storeFindings(operation, { campaignId: over, leaderId, locale: plan.locale });
  await storeRecipients(operation, over, leaderId);
  await storeCampaign(operation, plan, { ...now, stage: 'collect', leaderId, previousId: over });
}

/** Three months from one counted from the end. */
function stretch(months: readonly string[], at: number): Stretch | null {
  const [from, until] = [months.at(at), months.at(at + 2)];
  return from === undefined || until === undefined ? null : { from, until };
}

/** Whoever administers the organisation, the first of them. */
async function readLeader({ db, orgId }: Operation): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select a.id from account a join account_role ar on ar.org_id = ${orgId} and ar.account_id = a.id
    join role r on r.org_id = ${orgId} and r.id = ar.role_id and r.built_in and r.code = 'administrator'
    where a.org_id = ${orgId} and a.deleted_at is null order by a.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

interface Wanted extends Stretch {
  readonly stage: CampaignStage;
  readonly leaderId: string | null;
  readonly previousId: string | null;
}

async function storeCampaign(operation: Operation, { pack, indicators }: DemoCampaignsPlan, wanted: Wanted): Promise<string> {
  const { db, orgId, now } = operation;
  const { from, until, stage, leaderId, previousId } = wanted;
  const reached = (one: CampaignStage): boolean => stagesOf[chain].indexOf(one as never) < stagesOf[chain].indexOf(stage as never);
  const fresh = planFromTemplate({ kind: 'quarterly', chain, from, until });
  const plan: CampaignPlan = {
    ...fresh,
    ...(stage === 'closed' ? judgement : {}),
    ...{ sheet: null, previousId, methods: fresh.methods.filter(({ kind }) => kind !== 'experts') },
    roles: leaderId === null ? [] : [{ role: 'leader', accountId: leaderId, name: '' }],
    milestones: fresh.milestones.map((milestone) => ({ ...milestone, done: reached(milestone.stage) })),
    checklist: fresh.checklist.map((task) => ({ ...task, done: reached(task.stage) })),
    figures: indicators.map((code) => ({ kind: 'indicator', code, weight: 1 })),
  };
  const id = newId();
  await sql`
    insert into campaign (org_id, id, code, name, kind, chain, stage, plan, demo, created_at, updated_at)
    values (${orgId}, ${id}, ${`${pack}-demo-${from}`}, ${JSON.stringify(nameOf(from, until))}::jsonb, 'quarterly', ${chain}, ${stage},
      ${JSON.stringify(plan)}::jsonb, true, ${now}, ${now})`.execute(db);
  const stages = stagesOf[chain].slice(0, stagesOf[chain].indexOf(stage as never) + 1);
  const moves = stages.slice(1).map((to, at) => ({
    ...{ org_id: orgId, id: newId(), campaign_id: id, from_stage: stages[at] ?? to, to_stage: to, moved_by: leaderId },
    at: new Date(now.getTime() - (stages.length - at) * 9 * day),
  }));
  if (moves.length > 0) await db.insertInto('campaign_move').values(moves).execute();
  return id;
}

async function freeze(operation: Operation, { source }: DemoCampaignsPlan, id: string): Promise<void> {
  const inputs = await gatherInputs(operation, await readRecord(operation, id), source);
  const document = documentOf(inputs, workOut(inputs, source));
  await sql`
    insert into campaign_result (org_id, id, campaign_id, number, document, sha256, frozen_at)
    values (${operation.orgId}, ${newId()}, ${id}, 1, ${document}, ${hashOf(document)}, ${operation.now})`.execute(operation.db);
}

interface Found {
  readonly campaignId: string;
  readonly leaderId: string | null;
  readonly locale: 'zh' | 'en';
}

async function storeFindings({ db, orgId, now }: Operation, { campaignId, leaderId, locale }: Found): Promise<void> {
  const rows = findings.map(({ title, note, dueIn, ...finding }) => ({
    ...{ org_id: orgId, id: newId(), campaign_id: campaignId, ...finding, title: title[locale], note: note[locale], owner_id: leaderId },
    ...{ due: new Date(now.getTime() + dueIn * day).toISOString().slice(0, 10), created_at: now, updated_at: now },
  }));
  await db.insertInto('campaign_finding').values(rows).execute();
}

/** The leader and the first team were told; the leader has taken note. */
async function storeRecipients({ db, orgId, now }: Operation, campaignId: string, leaderId: string | null): Promise<void> {
  const team = await db
    .selectFrom('team')
    .select('id')
    .where('org_id', '=', orgId)
    .where('deleted_at', 'is', null)
    .orderBy('code')
    .limit(1)
    .executeTakeFirst();
  const told = { org_id: orgId, campaign_id: campaignId, told_at: now, result_number: 1 };
  const rows = [
    ...(leaderId === null
      ? []
      : [{ ...told, id: newId(), account_id: leaderId, team_id: null, acknowledged_at: now, acknowledged_by: leaderId }]),
    ...(team === undefined
      ? []
      : [{ ...told, id: newId(), account_id: null, team_id: team.id, acknowledged_at: null, acknowledged_by: null }]),
  ];
  if (rows.length > 0) await db.insertInto('campaign_recipient').values(rows).execute();
}
