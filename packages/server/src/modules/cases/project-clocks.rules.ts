import { projectClock, runClock, type Agreements, type ClockEvent, type ClockLedger, type ClockProjection } from '@zhiheng/sla-clock/clock';
import type { LocalText } from '@zhiheng/contract/values/text';

/** A clock as the table `case_clock` holds it; instants in seconds. */
export interface StoredClock {
  readonly agreement_id: string;
  readonly target: string;
  readonly cycle: number;
  readonly version: number;
  readonly state: ClockProjection['phase'];
  readonly reason: LocalText | null;
  readonly started_at: number;
  readonly due_at: number | null;
  readonly goal_seconds: number;
  readonly used_seconds: number;
  readonly counted_at: number;
  readonly breached_at: number | null;
  readonly ended_at: number | null;
  readonly next_step_at: number | null;
}

/** A breach, or a step of an escalation whose time has come. */
export interface Alert {
  /** the same in every computation: recorded once by it */
  readonly key: string;
  readonly kind: 'breach' | 'step';
  readonly at: number;
  readonly name: LocalText;
  readonly agreementId: string;
  readonly target: string;
  readonly stepId: string | null;
}

/** The promise that a list shows: the nearest that runs, else one that stands still. */
export interface NextDue {
  readonly due_at: number | null;
  readonly due_target: string | null;
  readonly due_state: string | null;
}

export interface Projection {
  readonly clocks: readonly StoredClock[];
  readonly next: NextDue;
  readonly alerts: readonly Alert[];
}

const breachName: LocalText = { zh: '超时', en: 'Breached' };

/** What is stored of the clocks of a case, and what must be told by now. */
export function projectCase(agreements: Agreements, events: readonly ClockEvent[], now: number): Projection {
  const ledger = runClock(agreements, events, now);
  const pairs = ledger.clocks.map((clock) => ({ clock, projection: projectClock(clock) }));
  const clocks = pairs.map(({ clock, projection }) => storedClock(projection, { reason: reasonOf(agreements, clock), now }));
  return { clocks, next: nextOf(clocks), alerts: pairs.flatMap(({ clock }) => alertsOf(clock, now)) };
}

interface Moment {
  readonly reason: LocalText | null;
  readonly now: number;
}

function storedClock(projection: ClockProjection, { reason, now }: Moment): StoredClock {
  const { phase, dueAt, steps } = projection;
  const late = !isOver(phase) && dueAt !== null && dueAt <= now;
  return {
    agreement_id: projection.policyId,
    target: projection.target,
    cycle: projection.cycle,
    version: projection.policyVersion,
    state: phase,
    reason,
    started_at: projection.startedAt,
    due_at: dueAt,
    goal_seconds: projection.goalSeconds ?? 0,
    used_seconds: projection.usedSeconds,
    counted_at: projection.usedAt,
    breached_at: projection.breachedAt ?? (late ? dueAt : null),
    ended_at: projection.endedAt,
    next_step_at: isOver(phase) ? null : (steps.find(({ at }) => at > now)?.at ?? null),
  };
}

const over = new Set(['met', 'missed', 'cancelled', 'reset']);
export const isOver = (phase: string): boolean => over.has(phase);

/** Why a clock stands still, in the words of its policy. */
function reasonOf({ lines }: Agreements, { status, policy }: ClockLedger): LocalText | null {
  if (status.kind !== 'paused') return null;
  const versions = lines.flatMap((line) => line.versions);
  const named = versions.find(({ id, version }) => id === policy.id && version === policy.version);
  const pause = named?.targets.flatMap(({ pauses }) => pauses).find(({ reason }) => reason === status.reason);
  return pause === undefined ? null : { zh: pause.name.zh, en: pause.name.en };
}

function alertsOf(clock: ClockLedger, now: number): Alert[] {
  const { status, policy, target, cycle } = clock;
  const of = { agreementId: policy.id, target };
  const steps = clock.steps.flatMap(({ key, step, state }): Alert[] =>
    state.kind === 'fired' && state.at <= now
      ? [{ ...of, key, kind: 'step', at: state.at, name: { zh: step.name.zh, en: step.name.en }, stepId: step.id }]
      : [],
  );
  if (status.kind !== 'overdue' && status.kind !== 'missed') return steps;
  const key = `breach/${policy.id}/${target}/${cycle}`;
  return [...steps, { ...of, key, kind: 'breach', at: status.breachedAt, name: breachName, stepId: null }];
}

function nextOf(clocks: readonly StoredClock[]): NextDue {
  const going = clocks.filter(({ state }) => !isOver(state)).sort((a, b) => (a.due_at ?? Infinity) - (b.due_at ?? Infinity));
  const [first] = going;
  return { due_at: first?.due_at ?? null, due_target: first?.target ?? null, due_state: first?.state ?? null };
}
