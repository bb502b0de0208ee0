import { sql } from 'kysely';
import { periodStatus, windowAt, type Exclusion, type WindowStatus } from '@zhiheng/sla-clock/objective';
import type { Interval } from '@zhiheng/sla-clock/calendar';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { gather, readApproved, readZone, type Promised } from './gather.ts';
import { secondsOf } from './judge.rules.ts';
import { entityOf, type FoundObjective } from './objective-rows.ts';

/** What an approved exclusion makes of each figure that had been shown is written down: before, after, when and through which exclusion. */
export async function restate(operation: Operation, objective: FoundObjective, exclusionId: string): Promise<void> {
  const { definition, version, id } = objective;
  if (definition === null) return;
  const zone = await readZone(operation);
  const exclusions = await readApproved(operation, id);
  const entered = exclusions.find((one) => one.id === exclusionId);
  if (entered === undefined) return;
  const now = secondsOf(operation.now);
  for (const window of windowsOf(definition.window, { entered, zone, now })) {
    const judge = (known: readonly Exclusion[]) =>
      judgeWindow(operation, { objectiveId: id, version, definition }, { window, zone, now, known });
    const before = await judge(exclusions.filter((one) => one.id !== exclusionId));
    const after = await judge(exclusions);
    if (before.good === after.good && before.n === after.n) continue;
    await write(operation, { objective, exclusionId, window, before, after });
  }
  await sql`update objective_state set next_at = ${operation.now} where org_id = ${operation.orgId} and objective_id = ${id}
    and next_at < 'infinity'`.execute(operation.db);
}

interface Question {
  readonly entered: Exclusion;
  readonly zone: string;
  readonly now: number;
}

/** The rolling window that is shown now, or the calendar windows that the exclusion touches and that have begun. */
function windowsOf(window: Promised['definition']['window'], { entered, zone, now }: Question): Interval[] {
  if (window.kind === 'rolling') return [windowAt(window, zone, now)];
  const windows: Interval[] = [];
  for (let at = entered.from; at < Math.min(entered.to, now);) {
    const next = windowAt(window, zone, at);
    windows.push(next);
    at = next.to;
  }
  return windows;
}

interface Count {
  readonly good: number;
  readonly n: number;
}

async function judgeWindow(
  operation: Operation,
  promised: Promised,
  { window, zone, now, known }: { window: Interval; zone: string; now: number; known: readonly Exclusion[] },
): Promise<Count> {
  const evidence = await gather(operation, promised, { from: window.from, to: Math.min(window.to, now), zone, exclusions: known });
  const status: WindowStatus = periodStatus(evidence, window, now);
  return status.kind === 'measured' ? { good: status.good, n: status.n } : { good: 0, n: 0 };
}

interface Restated {
  readonly objective: FoundObjective;
  readonly exclusionId: string;
  readonly window: Interval;
  readonly before: Count;
  readonly after: Count;
}

async function write(operation: Operation, { objective, exclusionId, window, before, after }: Restated): Promise<void> {
  const { db, orgId, now } = operation;
  const [from, to] = [new Date(window.from * 1000), new Date(window.to * 1000)];
  await db
    .insertInto('objective_restatement')
    .values({
      ...{ org_id: orgId, id: newId(), objective_id: objective.id, exclusion_id: exclusionId, at: now, window_from: from, window_to: to },
      ...{ before_good: before.good, before_n: before.n, after_good: after.good, after_n: after.n },
    })
    .execute();
  const data = { exclusionId, from: from.toISOString(), to: to.toISOString(), before, after };
  await recordEvent(operation, { type: 'objective.restated', entity: entityOf(objective), data });
}
