import type { Instant } from '../calendar/calendar.ts';
import { goalSeconds } from '../policy/goal-seconds.ts';
import type { TargetKind } from '../policy/policy.ts';
import { caseTimeline, type CaseTimeline } from './case-timeline.ts';
import type { ClockEvent } from './clock-event.ts';
import { clockLedger } from './clock-ledger.ts';
import type { AgreementLine, Agreements } from './compile-agreements.ts';
import type { Regime } from './escalation-steps.ts';
import type { ClockLedger, Ledger } from './ledger.ts';
import type { RecordedCycle } from './record-cycles.ts';
import { isSameRow, rowsInForce, type Row } from './rows-in-force.ts';
import { runCycles } from './run-cycles.ts';

/**
 * The ledgers of all clocks of a case as they stand at `now`: the only place from which elapsed times, deadlines and breaches are read. What was recorded after `now` is not looked at.
 * The same events, policies and calendars give the same ledger, whenever and wherever they are asked. Nothing is promised before the opening: no clocks then.
 * @throws RangeError when the events do not begin with the opening or go back in time, or an instant is no whole second between 1900 and 2199
 * @example
 * const opened = { kind: 'opened', at: 0, status: 'new', party: { kind: 'customer' }, fields: {} };
 * runClock(compileAgreements([], []), [opened], 60) // { openedAt: 0, now: 60, clocks: [] }
 * runClock(compileAgreements([], []), [], 60) // throws RangeError
 */
export function runClock(agreements: Agreements, events: readonly ClockEvent[], now: Instant): Ledger {
  const timeline = caseTimeline(events, { now, boundaries: agreements.takeovers });
  const clocks = agreements.lines.flatMap((line) =>
    [...rowsInForce(line, timeline, agreements)].flatMap(([kind, rows]) => clocksOf({ line, kind, rows, timeline, now })),
  );
  return { openedAt: timeline.openedAt, now, clocks };
}

/** One promise of one agreement on one case. */
interface PromiseOnCase {
  readonly line: AgreementLine;
  readonly kind: TargetKind;
  readonly rows: readonly (Row | null)[];
  readonly timeline: CaseTimeline;
  readonly now: Instant;
}

function clocksOf(promise: PromiseOnCase): ClockLedger[] {
  const { line, kind, timeline, now } = promise;
  const { exclusions } = timeline;
  const { cycles, rows } = runCycles(timeline, promise.rows, now);
  return cycles.map((cycle, index) =>
    clockLedger(cycle, { line, kind, number: index + 1, regimes: regimesOf(cycle, rows, timeline), exclusions, now }),
  );
}

/** The promises under which a cycle stood, in order. The first may have come when the clock was running already, even when it was over. */
function regimesOf(cycle: RecordedCycle, rows: readonly (Row | null)[], { points }: CaseTimeline): Regime[] {
  const regimes: Regime[] = [];
  rows.forEach((row, index) => {
    const before = regimes.at(-1);
    const at = points[index]?.at;
    if (row === null || at === undefined || index < cycle.firstPoint) return;
    if (before !== undefined && (index > cycle.lastPoint || isSameRow(before.row, row))) return;
    const goal = goalSeconds(row.target.goal, row.calendar, cycle.startedAt);
    regimes.push({ row, from: at, goalSeconds: typeof goal === 'number' ? goal : null });
  });
  return regimes;
}
