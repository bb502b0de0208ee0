import type { Instant } from '../calendar/calendar.ts';
import { agreementKey } from '../policy/agreement-key.ts';
import type { TargetKind } from '../policy/policy.ts';
import type { ClockLedger, Ledger, Phase } from './ledger.ts';

/** A clock as it is stored beside a case: flat, and the same at every moment until the next event. One command rebuilds it from the events to the same bytes. */
export interface ClockProjection {
  /** as `agreementKey` writes it */
  readonly agreement: string;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly calendarId: string;
  readonly calendarVersion: number;
  readonly target: TargetKind;
  readonly cycle: number;
  /** whether a running or standing one is late is read from `dueAt`, not stored */
  readonly phase: Phase;
  readonly startedAt: Instant;
  readonly goalSeconds: number | null;
  /** working seconds used up to `usedAt`; a running clock has used those since as well */
  readonly usedSeconds: number;
  readonly usedAt: Instant;
  /** the deadline: a clock that is not over is late when it lies before now. Null while the clock stands still unbreached, and when there is none. */
  readonly dueAt: Instant | null;
  /** when the cycle was met, missed, cancelled or reset */
  readonly endedAt: Instant | null;
  /** the deadline that passed before the clock stopped or stood still */
  readonly breachedAt: Instant | null;
  /** steps with the instant at which they came or will come when nothing happens before, in order */
  readonly steps: readonly { readonly key: string; readonly at: Instant }[];
}

/**
 * What to store of a case's clocks. It does not depend on the moment of the question, but for what changes by itself: asked again after an exclusion has begun or ended, or a version has taken
 * over open cases, it says so.
 * @example projectClocks({ openedAt: 0, now: 60, clocks: [] }) // []
 */
export const projectClocks = ({ clocks }: Ledger): ClockProjection[] => clocks.map(projectClock);

/**
 * What to store of one clock, in the same way.
 * @example
 * const promise = { agreement: { kind: 'sla' }, policy: { id: 'gold', version: 1 }, calendar: { id: 'office', version: 1 }, target: 'resolution', cycle: 1 };
 * const course = { deadline: { kind: 'due', at: 3600 }, status: { kind: 'running' }, standing: { phase: 'running', asOf: 60, usedSeconds: 60 }, steps: [] };
 * projectClock({ ...promise, ...course }) // { agreement: 'sla', phase: 'running', usedSeconds: 60, usedAt: 60, dueAt: 3600, endedAt: null }
 */
export function projectClock(clock: ClockLedger): ClockProjection {
  const { deadline, status, standing } = clock;
  return {
    agreement: agreementKey(clock.agreement),
    policyId: clock.policy.id,
    policyVersion: clock.policy.version,
    calendarId: clock.calendar.id,
    calendarVersion: clock.calendar.version,
    target: clock.target,
    cycle: clock.cycle,
    phase: standing.phase,
    startedAt: clock.startedAt,
    goalSeconds: clock.goalSeconds,
    usedSeconds: standing.usedSeconds,
    usedAt: standing.asOf,
    dueAt: deadline.kind === 'due' ? deadline.at : null,
    endedAt: 'at' in status ? status.at : null,
    breachedAt: status.kind === 'missed' ? status.breachedAt : null,
    steps: stepInstants(clock),
  };
}

function stepInstants({ steps }: ClockLedger): ClockProjection['steps'] {
  const instants = steps.flatMap(({ key, state }) => ('at' in state ? [{ key, at: state.at }] : []));
  return instants.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}
