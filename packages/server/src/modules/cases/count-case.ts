import { sql } from 'kysely';
import { type CaseSaved, type ClockEvent } from '@zhiheng/sla-clock/clock';
import type { Operation } from '../../platform/operation.ts';
import { recordEvents, type EventDraft } from '../../platform/record-event.ts';
import { readAgreementsInForce } from '../agreements/index.ts';
import { eventsOfRows, rowOfEvent, secondsOf, type ClockRow } from './clock-rows.rules.ts';
import { projectCase, type Alert, type Projection } from './project-clocks.rules.ts';
import { alertRows, clockRows } from './stored-clocks.ts';

type Unplaced = Omit<CaseSaved, 'at'> | Omit<Extract<ClockEvent, { kind: 'merged' }>, 'at'>;

/** Adds what the clocks must learn. Time never falls: of two who save in one second the later one waits in line. */
export async function appendClockEvent({ db, orgId, now }: Operation, caseId: string, event: Unplaced): Promise<void> {
  const row = rowOfEvent({ ...event, at: secondsOf(now) } as ClockEvent);
  await sql`/* append-clock-event */
    insert into clock_event (org_id, case_id, seq, at, status, party, detail)
    select ${orgId}::uuid, ${caseId}::uuid, max(seq) + 1, greatest(max(at), ${row.at}::timestamptz), ${row.status}::text, ${row.party}::text, ${row.detail === null ? null : JSON.stringify(row.detail)}::jsonb
    from clock_event where org_id = ${orgId} and case_id = ${caseId}`.execute(db);
}

export async function readClockEvents({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, caseId: string): Promise<ClockEvent[]> {
  const { rows } = await sql<ClockRow>`/* read-clock-events */
    select at, status, party, detail from clock_event where org_id = ${orgId} and case_id = ${caseId} order by seq`.execute(db);
  return eventsOfRows(rows);
}

/** Counts the clocks of a case from its events, stores what differs, and records each breach and each step of an escalation that has come, once. */
export async function countCase(operation: Operation, { id, number }: { readonly id: string; readonly number: string }): Promise<void> {
  const { agreements, revision } = await readAgreementsInForce(operation);
  const events = await readClockEvents(operation, id);
  // Who waited for another's save was called before it, and comes after it.
  const now = Math.max(secondsOf(operation.now), events.at(-1)?.at ?? 0);
  const projection = projectCase(agreements, events, now);
  const told = await storeProjection(operation, { id, revision }, projection);
  await recordEvents(
    operation,
    projection.alerts.filter(({ key }) => told.has(key)).map((alert) => alertEvent({ id, number }, alert)),
  );
}

const alertEvent = ({ id, number }: { readonly id: string; readonly number: string }, alert: Alert): EventDraft => ({
  type: alert.kind === 'breach' ? 'case.clock-breached' : 'case.escalated',
  entity: { kind: 'case', id, label: number },
  data: {
    agreementId: alert.agreementId,
    target: alert.target,
    at: new Date(alert.at * 1000).toISOString(),
    stepId: alert.stepId,
    name: alert.name,
  },
});

/** Writes a projection; returns the keys of the alerts that were not known before. */
export async function storeProjection(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  place: { readonly id: string; readonly revision: string },
  { clocks, next, alerts }: Projection,
): Promise<Set<string>> {
  const { id, revision } = place;
  const { rows } = await sql<{ key: string }>`/* store-clocks */
    with gone as (
      delete from case_clock where org_id = ${orgId} and case_id = ${id} and (agreement_id, target, cycle) not in (
        select agreement_id, target, cycle from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as c (agreement_id uuid, target text, cycle int4))),
    standing as (${clockRows({ orgId, id }, clocks)}),
    nearest as (
      update service_case set due_at = to_timestamp(${next.due_at}::float8), due_target = ${next.due_target}, due_state = ${next.due_state}, counted_with = ${revision}
      where org_id = ${orgId} and id = ${id})
    ${alertRows({ orgId, id }, alerts)}`.execute(db);
  return new Set(rows.map(({ key }) => key));
}
