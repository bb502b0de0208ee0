import { sql } from 'kysely';
import { watch as watchSchema, type Watch } from '@zhiheng/contract/diagnosis/signals';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { findEvaluation } from '../charts/read-series.ts';
import { look } from './look.ts';
import { settle } from './settle.ts';

const second = 1000;
/** Between two looks: within a minute for what is cheap to look at. */
const rhythm = {
  'control-chart': 45 * second,
  threshold: 45 * second,
  forecast: 600 * second,
  'hot-spot': 300 * second,
} as const satisfies Record<Watch['kind'], number>;

interface Due {
  readonly id: string;
  readonly watch: unknown;
  readonly demo: boolean;
}

/** Looks at what is watched and due, in every organisation. Several processes may do so at the same time. */
export async function checkSignalRules(root: Db, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_due_signal_rules(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) while (await checkOne(root, orgId, now));
}

function checkOne(root: Db, orgId: string, now: Date): Promise<boolean> {
  return inOrganisation(root, orgId, async (db) => {
    const operation: Operation = { db, orgId, actor: systemActor, now };
    const due = await lockDue(operation);
    if (due === null) return false;
    await checkRule(operation, due);
    return true;
  });
}

async function lockDue({ db, orgId, now }: Operation): Promise<Due | null> {
  const { rows } = await sql<Due>`
    select id, watch, demo from signal_rule where org_id = ${orgId} and enabled and next_at <= ${now}
    order by next_at limit 1 for no key update skip locked`.execute(db);
  return rows[0] ?? null;
}

async function checkRule(operation: Operation, due: Due): Promise<void> {
  const { db, orgId, now } = operation;
  const watch = watchSchema.parse(due.watch);
  const seen = await look(operation, await findEvaluation(operation), watch);
  const obstacle = 'obstacle' in seen ? seen.obstacle : null;
  const indicator = watch.kind === 'hot-spot' ? null : watch.indicator;
  await settle(operation, { id: due.id, kind: watch.kind, indicator, demo: due.demo }, 'obstacle' in seen ? [] : seen);
  await sql`update signal_rule set checked_at = ${now}, obstacle = ${obstacle}::text, next_at = ${new Date(now.getTime() + rhythm[watch.kind])}
    where org_id = ${orgId} and id = ${due.id}`.execute(db);
}
