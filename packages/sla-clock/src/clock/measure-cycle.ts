import type { Instant, Interval } from '../calendar/calendar.ts';
import type { CompiledCalendar } from '../calendar/compile-calendar.ts';
import { workingIntervals } from '../calendar/opening-hours.ts';
import { addWorkingSecondsWithPauses } from '../calendar/with-pauses.ts';
import { workingSeconds } from '../calendar/working-time.ts';
import { excluded, heldByOthers, running, stopped } from './clock-machine.ts';
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

/** Counts a cycle by one calendar and one goal, whatever policies it went through. */
export function measureCycle(cycle: RecordedCycle, measure: Measure): MeasuredCycle {
  const { calendar, goalSeconds } = measure;
  const meter = new GoalMeter(calendar);
  meter.begin(goalSeconds);
  const intervals: LedgerInterval[] = [];
  for (const span of cycle.spans) {
    if (span.standing === running) {
      pushRun(intervals, { span, calendar, usedBefore: meter.used });
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

interface Run {
  readonly span: Span;
  readonly calendar: CompiledCalendar;
  readonly usedBefore: number;
}

/** A stretch in which the clock would run is running while the calendar is open, and outside hours while it is not. */
function pushRun(intervals: LedgerInterval[], { span, calendar, usedBefore }: Run): void {
  const { party } = span;
  let used = usedBefore;
  let reached = span.from;
  const pushClosed = (to: Instant) => {
    if (reached < to) intervals.push({ kind: 'outside-hours', from: reached, to, party, workingSeconds: 0, usedBefore: used });
  };
  for (const { from, to } of workingIntervals(calendar, span.from, span.to)) {
    pushClosed(from);
    intervals.push({ kind: 'running', from, to, party, workingSeconds: to - from, usedBefore: used });
    used += to - from;
    reached = to;
  }
  pushClosed(span.to);
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
  const at = addWorkingSecondsWithPauses(calendar, { from: isHeld ? now : asOf, seconds: goalSeconds - usedSeconds }, exclusions);
  if (isHeld) return { kind: 'held', ifResumedNow: typeof at === 'number' ? at : null };
  return typeof at === 'number' ? { kind: 'due', at } : at;
}
