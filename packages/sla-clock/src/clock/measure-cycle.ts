import type { Instant, Interval } from '../calendar/calendar.ts';
import { tableHolding, type CompiledCalendar } from '../calendar/compile-calendar.ts';
import { lastOpened } from '../calendar/working-table.ts';
import { workingSeconds } from '../calendar/working-time.ts';
import { excluded, heldByOthers, running, stopped } from './clock-machine.ts';
import { deadlineAfter } from './deadline-after.ts';
import { GoalMeter } from './goal-meter.ts';
import type { ClockStanding, Deadline, LedgerInterval } from './ledger.ts';
import type { RecordedCycle, Span } from './record-cycles.ts';

/** Against what a cycle is measured. */
export interface Measure {
  readonly calendar: CompiledCalendar;
  readonly goalSeconds: number | null;
  /** stretches known to be excluded, also those to come */
  readonly exclusions: readonly Interval[];
  readonly now: Instant;
}

/** A cycle in figures. */
export interface MeasuredCycle {
  readonly intervals: readonly LedgerInterval[];
  readonly usedSeconds: number;
  readonly breachedAt: Instant | null;
  readonly deadline: Deadline;
  readonly standing: Pick<ClockStanding, 'asOf' | 'usedSeconds'>;
}

/**
 * Counts a cycle by one calendar and one goal, whatever policies it went through.
 * @example measureCycle({ spans: [], last: { standing: 0 }, end: { kind: 'stopped', at: 60 }, asOf: 60 }, { goalSeconds: null }) // { usedSeconds: 0, deadline: { kind: 'never' } }
 */
export function measureCycle(cycle: RecordedCycle, measure: Measure): MeasuredCycle {
  const { calendar, goalSeconds } = measure;
  const meter = new GoalMeter(calendar);
  meter.begin(goalSeconds);
  const intervals: LedgerInterval[] = [];
  for (const span of cycle.spans) {
    if (span.standing === running) {
      pushRun(intervals, span, { calendar, used: meter.used });
      meter.run(span.from, span.to);
    } else {
      intervals.push(standstill(span, { usedBefore: meter.used, workingSeconds: workingSeconds(calendar, span.from, span.to) }));
    }
  }
  const { used, breachedAt } = meter;
  const standing = standingOf(cycle, used, measure);
  const deadline: Deadline = breachedAt === null ? deadlineOf(cycle, standing, measure) : { kind: 'due', at: breachedAt };
  return { intervals, usedSeconds: used, breachedAt, deadline, standing };
}

function standingOf({ last, asOf, end }: RecordedCycle, used: number, { calendar, now }: Measure): MeasuredCycle['standing'] {
  const since = end === null && last.standing === running ? workingSeconds(calendar, asOf, now) : 0;
  return { asOf, usedSeconds: used - since };
}

/** A stretch in which the clock would run is running while the calendar is open, and outside hours while it is not. Read straight from the table: long ledgers take their time here. */
function pushRun(
  intervals: LedgerInterval[],
  { from, to, party }: Span,
  { calendar, used }: { readonly calendar: CompiledCalendar; readonly used: number },
): void {
  const table = tableHolding(calendar, from, to);
  const { opens, closes } = table;
  let stretch = lastOpened(table, from);
  let usedBefore = used;
  let at = from;
  while (at < to) {
    const closing = Math.min(closes[stretch]!, to);
    if (at < closing) {
      const workingSeconds = closing - at;
      intervals.push({ kind: 'running', from: at, to: closing, party, workingSeconds, usedBefore });
      usedBefore += workingSeconds;
      at = closing;
    }
    stretch += 1;
    const opening = stretch < opens.length ? Math.min(opens[stretch]!, to) : to;
    if (at < opening) intervals.push({ kind: 'outside-hours', from: at, to: opening, party, workingSeconds: 0, usedBefore });
    at = Math.max(at, opening);
  }
}

function standstill(
  { from, to, party, standing, pause, exclusion }: Span,
  figures: Pick<LedgerInterval, 'workingSeconds' | 'usedBefore'>,
): LedgerInterval {
  const stretch = { from, to, party, ...figures };
  if (standing === excluded && exclusion !== null)
    return { kind: 'excluded', ...stretch, reason: exclusion.reason, approvedBy: exclusion.approvedBy };
  if (standing === heldByOthers) return { kind: 'held-by-others', ...stretch };
  if (standing === stopped || pause === null) return { kind: 'stopped', ...stretch };
  return { kind: 'paused', ...stretch, reason: pause.reason, name: pause.name };
}

/** The deadline of a cycle that has not been breached. Of a running clock it is counted from the last save, so that it does not depend on the moment of the question. */
function deadlineOf({ last, end }: RecordedCycle, { asOf, usedSeconds }: MeasuredCycle['standing'], measure: Measure): Deadline {
  const { calendar, goalSeconds, exclusions, now } = measure;
  if (goalSeconds === null) return { kind: 'never' };
  const isHeld = end === null && last.standing !== running;
  const at = deadlineAfter(calendar, { from: isHeld ? now : asOf, seconds: goalSeconds - usedSeconds }, exclusions);
  if (isHeld) return { kind: 'held', ifResumedNow: typeof at === 'number' ? at : null };
  return typeof at === 'number' ? { kind: 'due', at } : at;
}
