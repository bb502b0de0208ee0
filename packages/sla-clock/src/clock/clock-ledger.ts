import type { Instant } from '../calendar/calendar.ts';
import type { TargetKind } from '../policy/policy.ts';
import type { TimeExcluded } from './clock-event.ts';
import { excluded, heldByOthers } from './clock-machine.ts';
import type { AgreementLine } from './compile-agreements.ts';
import { stepStates, type Regime } from './escalation-steps.ts';
import type { ClockLedger, ClockStatus, Phase, PolicyVersion, Takeover } from './ledger.ts';
import { measureCycle } from './measure-cycle.ts';
import type { RecordedCycle } from './record-cycles.ts';

/** What a recorded cycle is part of. */
export interface CyclePlace {
  readonly line: AgreementLine;
  readonly kind: TargetKind;
  /** number of the cycle, from 1 */
  readonly number: number;
  /** the promises under which it stood, in order; at least one */
  readonly regimes: readonly Regime[];
  readonly exclusions: readonly TimeExcluded[];
  readonly now: Instant;
}

/**
 * The ledger of one cycle: counted and judged by the promise that counted last.
 * @throws RangeError when the cycle stood under no promise
 * @example clockLedger({}, { regimes: [] }) // throws RangeError
 */
export function clockLedger(cycle: RecordedCycle, { line, kind, number, regimes, exclusions, now }: CyclePlace): ClockLedger {
  const regime = regimes.at(-1);
  if (regime === undefined) throw new RangeError('a cycle stands under a promise');
  const { target, calendar, because } = regime.row;
  const measured = measureCycle(cycle, { calendar, goalSeconds: regime.goalSeconds, exclusions, now });
  const { breachedAt, standing } = measured;
  return {
    agreement: line.agreement,
    policy: versionOf(regime),
    because,
    calendar: { id: calendar.calendar.id, version: calendar.calendar.version, zone: calendar.calendar.zone },
    target: kind,
    cycle: number,
    goal: target.goal,
    goalSeconds: regime.goalSeconds,
    startedAt: cycle.startedAt,
    intervals: measured.intervals,
    takeovers: takeoversOf(regimes),
    usedSeconds: measured.usedSeconds,
    deadline: measured.deadline,
    status: statusOf(cycle, breachedAt, regime.from),
    standing: { phase: phaseOf(cycle, breachedAt), asOf: standing.asOf, usedSeconds: standing.usedSeconds },
    steps: stepStates({ cycle, regimes, exclusions, clockKey: `${line.key}/${kind}/${number}` }),
  };
}

function takeoversOf(regimes: readonly Regime[]): Takeover[] {
  return regimes.slice(1).map((regime, index) => {
    const before = regimes[index] ?? regime;
    return {
      at: regime.from,
      from: versionOf(before),
      to: versionOf(regime),
      goalSecondsBefore: before.goalSeconds,
      goalSecondsAfter: regime.goalSeconds,
    };
  });
}

const versionOf = ({ row: { policy } }: Regime): PolicyVersion => ({ id: policy.id, version: policy.version, name: policy.name });

function phaseOf({ end, last }: RecordedCycle, breachedAt: Instant | null): Phase {
  if (end?.kind === 'stopped') return breachedAt === null ? 'met' : 'missed';
  if (end !== null) return end.kind === 'reset' ? 'reset' : 'cancelled';
  if (last.standing === heldByOthers) return 'held-by-others';
  if (last.standing === excluded) return 'excluded';
  return last.pause === null ? 'running' : 'paused';
}

/** `takenOverAt`: when the promise that counts took the clock over, or the clock started. */
function statusOf({ end, last }: RecordedCycle, breachedAt: Instant | null, takenOverAt: Instant): ClockStatus {
  // A promise cannot be broken before it is made, unless it is made for a clock that is over.
  const isMadeLater = end === null || takenOverAt < end.at;
  const breach = breachedAt === null || !isMadeLater ? breachedAt : Math.max(breachedAt, takenOverAt);
  if (end === null && breach !== null) return { kind: 'overdue', breachedAt: breach };
  if (end === null) return standingStatus(last);
  const { kind, at } = end;
  if (kind === 'reset') return { kind: 'reset', at };
  if (kind !== 'stopped') return { kind: 'cancelled', at, because: kind };
  return breach === null ? { kind: 'met', at } : { kind: 'missed', at, breachedAt: breach };
}

function standingStatus({ standing, pause }: RecordedCycle['last']): ClockStatus {
  if (standing === heldByOthers) return { kind: 'held-by-others' };
  if (standing === excluded) return { kind: 'excluded' };
  return pause === null ? { kind: 'running' } : { kind: 'paused', reason: pause.reason };
}
