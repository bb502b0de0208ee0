import { sql, type RawBuilder } from 'kysely';
import type { Operation } from '../../platform/operation.ts';
import type { Alert, Projection, StoredClock } from './project-clocks.rules.ts';

/** What is to be stored of a case. */
export interface CountedCase {
  readonly id: string;
  readonly projection: Projection;
}

const clockColumns =
  sql.raw(`case_id uuid, agreement_id uuid, target text, cycle int4, version int4, state text, reason jsonb, started_at float8,
  due_at float8, goal_seconds int8, used_seconds int8, counted_at float8, breached_at float8, ended_at float8, next_step_at float8`);

const clockList = (cases: readonly CountedCase[]): string =>
  JSON.stringify(
    cases.flatMap(({ id, projection }) => projection.clocks.map((clock): StoredClock & { case_id: string } => ({ case_id: id, ...clock }))),
  );

/** Writes clocks; of those that stand already only what differs. */
export const writeClocks = (orgId: string, cases: readonly CountedCase[]): RawBuilder<unknown> => sql`
  insert into case_clock (org_id, case_id, agreement_id, target, cycle, version, state, reason, started_at, due_at, goal_seconds, used_seconds, counted_at,
    breached_at, ended_at, next_step_at)
  select ${orgId}::uuid, case_id, agreement_id, target, cycle, version, state, nullif(reason, 'null'::jsonb), to_timestamp(started_at), to_timestamp(due_at),
    goal_seconds, used_seconds, to_timestamp(counted_at), to_timestamp(breached_at), to_timestamp(ended_at), to_timestamp(next_step_at)
  from jsonb_to_recordset(${clockList(cases)}::jsonb) as c (${clockColumns})
  on conflict (org_id, case_id, agreement_id, target, cycle) do update set version = excluded.version, state = excluded.state, reason = excluded.reason,
    started_at = excluded.started_at, due_at = excluded.due_at, goal_seconds = excluded.goal_seconds, used_seconds = excluded.used_seconds,
    counted_at = excluded.counted_at, breached_at = excluded.breached_at, ended_at = excluded.ended_at, next_step_at = excluded.next_step_at
  where (case_clock.*) is distinct from (excluded.*)`;

/** Writes alerts that are not recorded yet, and says which those are. */
export const writeAlerts = (orgId: string, cases: readonly CountedCase[]): RawBuilder<{ id: string; key: string }> => sql`
  insert into case_alert (org_id, case_id, step_key, at, name)
  select ${orgId}::uuid, case_id, key, to_timestamp(at), name
  from jsonb_to_recordset(${alertList(cases)}::jsonb) as a (case_id uuid, key text, at float8, name jsonb)
  on conflict do nothing returning case_id as id, step_key as key`;

const alertList = (cases: readonly CountedCase[]): string =>
  JSON.stringify(
    cases.flatMap(({ id, projection }) => projection.alerts.map((alert): Alert & { case_id: string } => ({ case_id: id, ...alert }))),
  );

/** Stores what was counted of cases, withdraws clocks that are no more, and returns the alerts that were not known before, by case. */
export async function storeClocks(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  revision: string,
  cases: readonly CountedCase[],
): Promise<Map<string, Set<string>>> {
  const ids = cases.map(({ id }) => id);
  const nearest = JSON.stringify(cases.map(({ id, projection }) => ({ id, ...projection.next })));
  const { rows } = await sql<{ id: string; key: string }>`/* store-clocks */
    with gone as (
      delete from case_clock where org_id = ${orgId} and case_id = any(${ids}::uuid[]) and (case_id, agreement_id, target, cycle) not in (
        select case_id, agreement_id, target, cycle from jsonb_to_recordset(${clockList(cases)}::jsonb) as c (${clockColumns}))),
    standing as (${writeClocks(orgId, cases)}),
    nearest as (
      update service_case c set due_at = to_timestamp(n.due_at), due_target = n.due_target, due_state = n.due_state, counted_with = ${revision}
      from jsonb_to_recordset(${nearest}::jsonb) as n (id uuid, due_at float8, due_target text, due_state text)
      where c.org_id = ${orgId} and c.id = n.id and c.id = any(${ids}::uuid[])
        and (c.due_at, c.due_target, c.due_state, c.counted_with) is distinct from (to_timestamp(n.due_at), n.due_target, n.due_state, ${revision}))
    ${writeAlerts(orgId, cases)}`.execute(db);
  const told = new Map<string, Set<string>>();
  for (const { id, key } of rows) told.set(id, (told.get(id) ?? new Set()).add(key));
  return told;
}
