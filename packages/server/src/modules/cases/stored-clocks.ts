import { sql, type RawBuilder } from 'kysely';
import type { Alert, StoredClock } from './project-clocks.rules.ts';

interface Place {
  readonly orgId: string;
  /** of the case */
  readonly id: string;
}

/** Writes the clocks of a case; of those that stand already only what differs. */
export const clockRows = ({ orgId, id }: Place, clocks: readonly StoredClock[]): RawBuilder<unknown> => sql`
  insert into case_clock (org_id, case_id, agreement_id, target, cycle, version, state, reason, started_at, due_at, goal_seconds, used_seconds, counted_at,
    breached_at, ended_at, next_step_at)
  select ${orgId}::uuid, ${id}::uuid, agreement_id, target, cycle, version, state, nullif(reason, 'null'::jsonb), to_timestamp(started_at), to_timestamp(due_at),
    goal_seconds, used_seconds, to_timestamp(counted_at), to_timestamp(breached_at), to_timestamp(ended_at), to_timestamp(next_step_at)
  from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as c (agreement_id uuid, target text, cycle int4, version int4, state text, reason jsonb,
    started_at float8, due_at float8, goal_seconds int8, used_seconds int8, counted_at float8, breached_at float8, ended_at float8, next_step_at float8)
  on conflict (org_id, case_id, agreement_id, target, cycle) do update set version = excluded.version, state = excluded.state, reason = excluded.reason,
    started_at = excluded.started_at, due_at = excluded.due_at, goal_seconds = excluded.goal_seconds, used_seconds = excluded.used_seconds,
    counted_at = excluded.counted_at, breached_at = excluded.breached_at, ended_at = excluded.ended_at, next_step_at = excluded.next_step_at
  where (case_clock.*) is distinct from (excluded.*)`;

/** Inserts alerts that are not recorded yet, and says which those are. */
export const alertRows = ({ orgId, id }: Place, alerts: readonly Alert[]): RawBuilder<{ key: string }> => sql`
  insert into case_alert (org_id, case_id, step_key, at, name)
  select ${orgId}::uuid, ${id}::uuid, key, to_timestamp(at), name from jsonb_to_recordset(${JSON.stringify(alerts)}::jsonb) as a (key text, at float8, name jsonb)
  on conflict do nothing returning step_key as key`;
