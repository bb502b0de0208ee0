import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { registerVerification as endpoint, Verification } from '@zhiheng/contract/verification/verifications';
import { conflict, invalid } from '../../../platform/errors.ts';
import { hashOf, newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { canonical } from '../../campaigns/index.ts';
import { projectForVerification } from '../../improvement/index.ts';
import { findVerification } from '../read-verification.ts';
import { entityOf } from '../verification-rows.ts';
import { composePlan } from './compose-plan.ts';
import type { FrozenPlan, PlanInput } from './frozen-plan.rules.ts';
import { stretchOf } from './periods.rules.ts';
import { outlookOf } from './plan-outlook.rules.ts';
import { nextVerificationNumber } from './verification-number.ts';

/** Fixes how an effect will be judged, with a copy of the baseline; nothing of it is ever changed. */
export async function registerVerification(call: Call, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<Verification> {
  const project = await readDraft(call, body.projectId);
  const composed = await composePlan(call, body);
  const { problems } = outlookOf(composed);
  if (problems.length > 0) throw invalid(problems.map(({ code, params }) => ({ path: pathOf(code), code, params })));
  const title = body.title || (project?.title ?? composed.indicator.name.zh);
  return findVerification(call, await insertVerification(call, { title, frozen: composed.frozen }));
}

interface Titled {
  readonly title: string;
  readonly frozen: FrozenPlan;
  readonly demo?: boolean;
}

/** Also for demo data. */
export async function insertVerification(operation: Operation, { title, frozen, demo = false }: Titled): Promise<string> {
  const { db, orgId, now, actor } = operation;
  const { projectId, indicator, method, startOn, bucket, periods } = frozen.input;
  const [id, number, plan] = [newId(), await nextVerificationNumber(operation), canonical(frozen)];
  const endOn = stretchOf(bucket, frozen.start + periods - 1).lastDay;
  await sql`
    insert into verification (org_id, id, number, title, project_id, indicator_code, method, start_on, end_on, plan, plan_sha256, registered_at,
      registered_by, demo)
    values (${orgId}, ${id}, ${number}, ${title}, ${projectId}::uuid, ${indicator}, ${method}, ${startOn}::date, ${endOn}::date, ${plan},
      ${hashOf(plan)}, ${now}, ${actor.accountId}::uuid, ${demo})`.execute(db);
  const data = { projectId, indicator, method, startOn, endOn, planHash: hashOf(plan) };
  await recordEvent(operation, { type: 'verification.registered', entity: entityOf({ id, number, title }), data });
  return id;
}

/** Once the work has begun there is no baseline any more. */
async function readDraft(call: Call, projectId: PlanInput['projectId']) {
  if (projectId === null) return null;
  const project = await projectForVerification(call, projectId);
  if (project.state !== 'draft') throw conflict('verification_after_start', { name: project.number });
  return project;
}

const paths: Readonly<Record<string, string>> = {
  verification_outcome_known: 'startOn',
  verification_not_among_peers: 'pickedAmong',
  verification_comparison_missing: 'comparison',
  verification_time_short: 'periods',
  verification_not_additive: 'indicator',
};
const pathOf = (code: string): string => paths[code] ?? 'baselineFrom';
