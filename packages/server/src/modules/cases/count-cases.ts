import { sql } from 'kysely';
import type { CaseSaved, ClockEvent, TimeExcluded } from '@zhiheng/sla-clock/clock';
import type { Operation } from '../../platform/operation.ts';
import { recordEvents, type EventDraft } from '../../platform/record-event.ts';
import { readAgreementsInForce } from '../agreements/index.ts';
import { eventsOfRows, rowOfEvent, secondsOf, type ClockRow } from './clock-rows.rules.ts';
import { agreementsFor } from './judging-agreements.ts';
import { observeCases } from './observations/observe-cases.ts';
import { projectCase, type Alert } from './project-clocks.rules.ts';
import { storeClocks } from './stored-clocks.ts';

type Unplaced = Omit<CaseSaved, 'at'> | Omit<Extract<ClockEvent, { kind: 'merged' }>, 'at'> | Omit<TimeExcluded, 'at'>;

/** Adds what the clocks must learn. Time never falls: of two who save in one second the later one waits in line. */
export async function appendClockEvent({ db, orgId, now }: Operation, caseId: string, event: Unplaced): Promise<void> {
  const { at, status, party, detail } = rowOfEvent({ ...event, at: secondsOf(now) } as ClockEvent);
  await sql`/* append-clock-event */
    insert into clock_event (org_id, case_id, seq, at, status, party, detail)
    select ${orgId}::uuid, ${caseId}::uuid, max(seq) + 1, greatest(max(at), ${at}::timestamptz), ${status}::text, ${party}::text,
      ${detail === null ? null : JSON.stringify(detail)}::jsonb
    from clock_event where org_id = ${orgId} and case_id = ${caseId}`.execute(db);
}

interface PlacedRow extends ClockRow {
  readonly id: string;
}

/** What happened to cases, as the clock reads it, by case. */
export async function readClockEvents(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  ids: readonly string[],
): Promise<Map<string, ClockEvent[]>> {
  const { rows } = await sql<PlacedRow>`/* read-clock-events */
    select case_id as id, at, status, party, detail from clock_event
    where org_id = ${orgId} and case_id = any(${[...ids]}::uuid[]) order by case_id, seq`.execute(db);
  const byCase = new Map<string, PlacedRow[]>();
  for (const row of rows) byCase.set(row.id, [...(byCase.get(row.id) ?? []), row]);
  return new Map([...byCase].map(([id, ofCase]) => [id, eventsOfRows(ofCase)]));
}

/** The moment to count at. Who waited for another's save was called before it, and comes after it. */
export const countingMoment = (now: Date, events: readonly ClockEvent[]): number => Math.max(secondsOf(now), events.at(-1)?.at ?? 0);

interface Named {
  readonly id: string;
  readonly number: string;
}

/** Counts the clocks of cases from their events, stores what differs, and records each breach and each step of an escalation that has come, once. */
export async function countCases(operation: Operation, cases: readonly Named[]): Promise<void> {
  if (cases.length === 0) return;
  const inForce = await readAgreementsInForce(operation);
  const histories = await readClockEvents(
    operation,
    cases.map(({ id }) => id),
  );
  const counted = cases.flatMap(({ id, number }) => {
    const events = histories.get(id);
    if (events === undefined) return [];
    const agreements = agreementsFor(inForce, events, operation.now);
    return [{ id, number, projection: projectCase(agreements, events, countingMoment(operation.now, events)) }];
  });
  const told = await storeClocks(operation, inForce.revision, counted);
  const news = counted.flatMap((one) =>
    one.projection.alerts.filter(({ key }) => told.get(one.id)?.has(key)).map((alert) => alertEvent(one, alert)),
  );
  await recordEvents(operation, await withoutDemo(operation, news));
  await observeCases(
    operation,
    counted.map(({ id }) => id),
  );
}

/** A case of the demo alerts nobody. */
async function withoutDemo({ db, orgId }: Operation, news: readonly EventDraft[]): Promise<readonly EventDraft[]> {
  if (news.length === 0) return news;
  const ids = news.map(({ entity }) => entity.id);
  const { rows } = await sql<{
    id: string;
  }>`select id from service_case where org_id = ${orgId} and id = any(${ids}::uuid[]) and demo`.execute(db);
  const demo = new Set(rows.map(({ id }) => id));
  return news.filter(({ entity }) => !demo.has(entity.id));
}

const alertEvent = ({ id, number }: Named, alert: Alert): EventDraft => ({
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
