import { sql } from 'kysely';
import type { Campaign, createCampaign as endpoint } from '@zhiheng/contract/campaigns/campaigns';
import { stagesOf, type CampaignPlan } from '@zhiheng/contract/campaigns/plan';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { invalidField } from '../../platform/errors.ts';
import { newId } from '../../platform/identifier.ts';
import type { Call, Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { entityOf } from './campaign-rows.ts';
import { findCampaign, readRecord } from './read-campaign.ts';
import { planFromTemplate } from './templates/plan-from-template.rules.ts';

type Body = Parsed<typeof endpoint>['body'];

export async function createCampaign(call: Call, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<Campaign> {
  if (body.until < body.from) throw invalidField('until', 'until_before_from');
  const plan = await firstPlan(call, body);
  const id = newId();
  const code = body.code ?? `campaign-${id.slice(-12)}`;
  const { db, orgId, now, actor } = call;
  await sql`
    insert into campaign (org_id, id, code, name, kind, chain, stage, plan, created_at, updated_at, updated_by)
    values (${orgId}, ${id}, ${code}, ${JSON.stringify(body.name)}::jsonb, ${body.kind}, ${body.chain}, ${stagesOf[body.chain][0]},
      ${JSON.stringify(plan)}::jsonb, ${now}, ${now}, ${actor.accountId}::uuid)`.execute(db);
  const entity = entityOf({ id, name: body.name });
  await recordEvent(call, { type: 'campaign.created', entity, data: { code, kind: body.kind, copyOf: body.copyOf ?? null } });
  return findCampaign(call, id);
}

/** A plan that was carried out once is taken over, but not what was done and found then. */
async function firstPlan(operation: Operation, body: Body): Promise<CampaignPlan> {
  const fresh = planFromTemplate(body);
  if (body.copyOf === undefined) return fresh;
  const { plan } = await readRecord(operation, body.copyOf);
  const { from, until, milestones, strengths, weaknesses } = fresh;
  return {
    ...plan,
    ...{ from, until, milestones, strengths, weaknesses },
    checklist: plan.checklist.map((task) => ({ ...task, done: false })),
    previousId: body.copyOf,
  };
}
