import type { Instant, Interval } from '../calendar/calendar.ts';
import type { CompiledCalendar } from '../calendar/compile-calendar.ts';
import { nextOpening } from '../calendar/opening-hours.ts';
import { addWorkingSeconds, workingSeconds } from '../calendar/working-time.ts';
import type { EscalationStep, StepMoment } from '../policy/policy.ts';
import { running } from './clock-machine.ts';
import { deadlineAfter } from './deadline-after.ts';
import type { StepState } from './ledger.ts';
import type { RecordedCycle, Span } from './record-cycles.ts';
import type { Row } from './rows-in-force.ts';

/** A stretch of a cycle under one promise. The first begins with the cycle, each other with a takeover. */
export interface Regime {
  readonly row: Row;
  readonly from: Instant;
  readonly goalSeconds: number | null;
}

/** Where the steps of a cycle are asked for. */
export interface StepQuestion {
  readonly cycle: RecordedCycle;
  /** at least one */
  readonly regimes: readonly Regime[];
  /** what names the clock in the keys of its steps */
  readonly clockKey: string;
  readonly exclusions: readonly Interval[];
}

/**
 * The escalation steps of one clock. A step comes when so much of the goal is used, so it never comes in a pause, outside hours or after the end. Steps that lie behind a clock when a policy takes
 * it over do not all come at once: only the furthest one does, in the next working time. A step has its key, and comes once, however often a promise changes to and fro.
 * @example stepStates({ cycle: { spans: [] }, regimes: [], clockKey: 'sla/resolution/1', exclusions: [] }) // []
 */
export function stepStates(question: StepQuestion): StepState[] {
  const { regimes, cycle } = question;
  const fired = new Map<string, StepState>();
  let plans: readonly Plan[] = [];
  for (let index = 0; index < regimes.length; index++) {
    plans = plansOf(question, regimes[index]!);
    const until = regimes[index + 1]?.from ?? Infinity;
    for (const plan of plans) {
      const at = cameAt(plan, cycle);
      if (at !== null && at < until && !fired.has(plan.key))
        fired.set(plan.key, { key: plan.key, step: plan.step, state: { kind: 'fired', at } });
    }
  }
  const ahead = plans.filter(({ key }) => !fired.has(key));
  return [...fired.values(), ...ahead.map((plan) => ({ key: plan.key, step: plan.step, state: stateAhead(plan, question) }))];
}

/** A step under one promise: how much of the goal it waits for, and when that was used. */
interface Plan {
  readonly key: string;
  readonly step: EscalationStep;
  readonly regime: Regime;
  /** null: the goal cannot be counted */
  readonly threshold: number | null;
  /** null: not yet */
  readonly reachedAt: Instant | null;
  /** whether it was reached before the promise took the clock over, as the furthest of such steps or not */
  readonly behind: 'furthest' | 'passed' | null;
}

function plansOf(question: StepQuestion, regime: Regime): Plan[] {
  const name = `${question.clockKey}/${regime.row.policy.id}/${regime.goalSeconds ?? 'endless'}`;
  const plans = regime.row.target.steps.map((step) => planOf(step, { name, regime, cycle: question.cycle }));
  if (!plans.some(({ behind }) => behind !== null)) return plans;
  const [furthest] = plans.filter(({ behind }) => behind !== null).sort((a, b) => (b.threshold ?? 0) - (a.threshold ?? 0));
  return plans.map((plan) => (plan === furthest ? { ...plan, behind: 'furthest' } : plan));
}

interface PlanPlace {
  readonly name: string;
  readonly regime: Regime;
  readonly cycle: RecordedCycle;
}

function planOf(step: EscalationStep, { name, regime, cycle }: PlanPlace): Plan {
  const { row, goalSeconds, from } = regime;
  const threshold = goalSeconds === null ? null : thresholdOf(step.at, goalSeconds);
  const reachedAt = threshold === null || threshold <= 0 ? null : usedUpAt(cycle.spans, row.calendar, threshold);
  const isBehind = reachedAt !== null && reachedAt <= from && from > cycle.startedAt;
  return { key: `${name}/${step.id}`, step, regime, threshold, reachedAt, behind: isBehind ? 'passed' : null };
}

function cameAt({ behind, reachedAt, regime }: Plan, { spans }: RecordedCycle): Instant | null {
  if (behind === null) return reachedAt;
  return behind === 'furthest' ? nextRun(spans, regime.row.calendar, regime.from) : null;
}

/** What is to be expected of a step that has not come. */
function stateAhead({ threshold, behind, regime }: Plan, { cycle, exclusions }: StepQuestion): StepState['state'] {
  if (threshold === null) return { kind: 'skipped', because: 'beyond-calendar' };
  if (threshold <= 0) return { kind: 'skipped', because: 'longer-than-goal' };
  if (behind === 'passed') return { kind: 'skipped', because: 'before-takeover' };
  if (cycle.end !== null) return { kind: 'skipped', because: 'clock-over' };
  if (cycle.last.standing !== running) return { kind: 'held' };
  const { calendar } = regime.row;
  const { from } = cycle.last;
  const at =
    behind === 'furthest'
      ? nextOpening(calendar, Math.max(from, regime.from))
      : deadlineAfter(calendar, { from, seconds: threshold - usedBefore(cycle, calendar) }, exclusions);
  return typeof at === 'number' ? { kind: 'due', at } : { kind: 'skipped', because: 'beyond-calendar' };
}

/** What was used when the clock began to run the last time. */
function usedBefore({ spans, last }: RecordedCycle, calendar: CompiledCalendar): number {
  const runs = spans.filter(({ standing, from }) => standing === running && from < last.from);
  return runs.reduce((sum, { from, to }) => sum + workingSeconds(calendar, from, to), 0);
}

function thresholdOf(at: StepMoment, goal: number): number {
  return at.kind === 'percent' ? Math.ceil((goal * at.percent) / 100) : goal + at.seconds;
}

/** The first instant at which so many working seconds are used while the clock goes on. */
function usedUpAt(spans: readonly Span[], calendar: CompiledCalendar, threshold: number): Instant | null {
  let left = threshold;
  for (const { standing, from, to } of spans) {
    if (standing !== running) continue;
    const worked = workingSeconds(calendar, from, to);
    const at = worked >= left ? addWorkingSeconds(calendar, from, left) : to;
    if (typeof at === 'number' && at < to) return at;
    left -= worked;
  }
  return null;
}

/** The first working instant from `from` on at which the clock ran. */
function nextRun(spans: readonly Span[], calendar: CompiledCalendar, from: Instant): Instant | null {
  for (const span of spans) {
    if (span.standing !== running || span.to <= from) continue;
    const at = nextOpening(calendar, Math.max(span.from, from));
    if (typeof at === 'number' && at < span.to) return at;
  }
  return null;
}
