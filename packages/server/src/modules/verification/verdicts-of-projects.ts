import { sql } from 'kysely';
import type { Operation } from '../../platform/operation.ts';
import type { RegisteredPlan, VerdictSource } from '../improvement/index.ts';
import { documentOf, readLooks } from './read-verification.ts';

interface Row extends RegisteredPlan {
  readonly verdict: 'effective' | 'not-shown' | 'harmful' | 'too-early';
  readonly decidedAt: Date | null;
}

async function readPlan({ db, orgId }: Operation, projectId: string): Promise<Row | null> {
  const { rows } = await sql<Row>`
    select id, registered_at as "registeredAt", verdict, decided_at as "decidedAt" from verification
    where org_id = ${orgId} and project_id = ${projectId} and withdrawn_at is null`.execute(db);
  return rows[0] ?? null;
}

const planOf: VerdictSource['planOf'] = async (operation, projectId) => {
  const plan = await readPlan(operation, projectId);
  return plan === null ? null : { id: plan.id, registeredAt: plan.registeredAt };
};

const verdictOf: VerdictSource['verdictOf'] = async (operation, projectId) => {
  const plan = await readPlan(operation, projectId);
  if (plan === null) return null;
  const last = (await readLooks(operation, plan.id)).at(-1);
  const interval = last === undefined ? null : documentOf(last).verdict.interval;
  return { verdict: plan.verdict, at: plan.decidedAt ?? last?.at ?? plan.registeredAt, interval, verificationId: plan.id };
};

/** From now on nobody registers another plan: the project is no draft any more. */
const begin: VerdictSource['begin'] = async ({ db, orgId, now }, projectId) => {
  await sql`update verification set began_at = ${now} where org_id = ${orgId} and project_id = ${projectId} and withdrawn_at is null`.execute(
    db,
  );
};

/** What improvement asks before a project may run or close. */
export const verdictSource: VerdictSource = { planOf, verdictOf, begin };
