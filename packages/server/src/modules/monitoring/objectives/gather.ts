import { sql } from 'kysely';
import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import { gatherEvidence, windowAt, type Evidence, type Exclusion, type Reading } from '@zhiheng/sla-clock/objective';
import type { Interval } from '@zhiheng/sla-clock/calendar';
import type { Operation } from '../../../platform/operation.ts';
import { readWorkingTime } from '../../agreements/index.ts';
import { promiseOf, secondsOf } from './judge.rules.ts';
import { firstOf } from '../first-of.ts';

type Reader = Pick<Operation, 'db' | 'orgId'>;

/** A published version of an objective. */
export interface Promised {
  readonly objectiveId: string;
  readonly version: number;
  readonly definition: ObjectiveDefinition;
}

interface Scope extends Interval {
  readonly zone: string;
  /** in place of those that are approved */
  readonly exclusions?: readonly Exclusion[];
}

/** Everything that is known of an objective between two instants (seconds), ready for questions about any window inside. */
export async function gather(reader: Reader, { objectiveId, version, definition }: Promised, scope: Scope): Promise<Evidence> {
  const readings = await readMinutes(reader, { objectiveId, version }, scope);
  const exclusions = scope.exclusions ?? (await readApproved(reader, objectiveId));
  // A calendar window may end after all that was measured.
  const window = windowAt(definition.window, scope.zone, scope.to);
  const reach = { from: scope.from, to: Math.max(scope.to, window.to) };
  const agreedTime = definition.calendarId === null ? null : await readWorkingTime(reader, definition.calendarId, reach);
  return gatherEvidence(promiseOf(objectiveId, definition, scope.zone), readings, {
    exclusions,
    ...(agreedTime === null ? {} : { agreedTime }),
  });
}

/** Arrays in one row: a window of months has a hundred thousand minutes. */
async function readMinutes(
  { db, orgId }: Reader,
  { objectiveId, version }: Pick<Promised, 'objectiveId' | 'version'>,
  { from, to }: Interval,
): Promise<Reading[]> {
  const { rows } = await sql<{ at: number[]; good: number[]; total: number[] }>`
    select coalesce(array_agg(minute order by minute), '{}') as at, coalesce(array_agg(good::float8 order by minute), '{}') as good,
      coalesce(array_agg(total::float8 order by minute), '{}') as total
    from objective_minute where org_id = ${orgId} and objective_id = ${objectiveId} and version = ${version}
      and minute >= ${Math.floor(from / 60)} and minute < ${Math.ceil(to / 60)}`.execute(db);
  const { at, good, total } = firstOf(rows);
  return at.map((minute, index) => ({ at: minute * 60, good: good[index] ?? 0, total: total[index] ?? 0 }));
}

interface ApprovedRow {
  readonly id: string;
  readonly from: Date;
  readonly to: Date;
  readonly reason: string;
  readonly approvedBy: string;
  readonly enteredAt: Date;
}

/** Exclusions that a second person approved. They are known from the approval on. */
export async function readApproved({ db, orgId }: Reader, objectiveId: string): Promise<Exclusion[]> {
  const { rows } = await sql<ApprovedRow>`
    select id, from_at as "from", to_at as "to", reason, decided_by::text as "approvedBy", decided_at as "enteredAt"
    from objective_exclusion where org_id = ${orgId} and objective_id = ${objectiveId} and state = 'approved'`.execute(db);
  return rows.map(({ id, reason, approvedBy, ...moments }) => ({
    ...{ id, reason, approvedBy },
    ...{ from: secondsOf(moments.from), to: secondsOf(moments.to), enteredAt: secondsOf(moments.enteredAt) },
  }));
}

export async function readZone({ db, orgId }: Reader): Promise<string> {
  const row = await db.selectFrom('organisation').select('time_zone').where('org_id', '=', orgId).executeTakeFirstOrThrow();
  return row.time_zone;
}
