import { obligedParty } from '../policy/agreement-key.ts';
import { holds, standing, type CaseFacts } from '../policy/holds.ts';
import type { Policy, Target } from '../policy/policy.ts';

/**
 * What a target's conditions say of a case right after a save, as bits of one number: so a replay asks them once for every kind of save that occurs, not for every save.
 * The bits from `pauseShift` on hold the number (1 to 15) of the first pause that holds, 0 for none; those from `lastingShift` on, for each pause with its own end, that the end has not come.
 */
export const signal = {
  starts: 1,
  /** the start must go on holding, and does not */
  ceases: 2,
  stops: 4,
  /** the stop goes on holding while nothing happens */
  staysStopped: 8,
  cancels: 16,
  resets: 32,
  staysReset: 64,
  /** the case is held by somebody whose time the agreement does not count */
  heldByOthers: 128,
  recurs: 256,
  reopensInCycle: 512,
  reopensAnew: 1024,
  voidsBefore: 2048,
} as const;

const pauseShift = 12;
const lastingShift = 16;

/**
 * The number of the first pause that holds, from 1; 0: none.
 * @example pauseIn(signal.starts) // 0
 */
export const pauseIn = (signals: number): number => (signals >>> pauseShift) & 15;

/**
 * Whether the pause with this number has an end of its own that has not come.
 * @example lasts(1 << 17, 2) // true
 */
export const lasts = (signals: number, pause: number): boolean => ((signals >>> (lastingShift + pause - 1)) & 1) === 1;

/**
 * Asks all conditions of a target about a case right after a save.
 * @example
 * const [yes, no] = [{ kind: 'always' }, { kind: 'never' }];
 * const target = { start: { once: yes }, pauses: [{ when: yes }], stop: no, cancel: no, reset: no, recurring: false, reopening: 'once' };
 * const facts = { fieldValue: () => null, occurrences: new Set(), changed: new Set() };
 * pauseIn(signalsOf(target, { closed: [], agreement: { kind: 'sla' } }, facts)) // 1
 */
export function signalsOf(target: Target, policy: Policy, facts: CaseFacts): number {
  const closed = policy.closed.some((status) => status === facts.fieldValue('status'));
  const obliged = obligedParty(policy.agreement);
  const heldByOthers = obliged !== null && obliged !== facts.fieldValue('party');
  const ends = bit(closed, signal.stops | signal.staysStopped) | bit(heldByOthers, signal.heldByOthers);
  return ends | startBits(target, facts) | endBits(target, facts) | habitBits(target) | pauseBits(target, facts);
}

const bit = (said: boolean, value: number): number => (said ? value : 0);

function startBits({ start }: Target, facts: CaseFacts): number {
  const started = holds('while' in start ? start.while : start.once, facts);
  return bit(started, signal.starts) | bit('while' in start && !started, signal.ceases);
}

function endBits({ stop, cancel, reset }: Target, facts: CaseFacts): number {
  const still = standing(facts);
  return (
    bit(holds(stop, facts), signal.stops) |
    bit(holds(stop, still), signal.staysStopped) |
    bit(holds(cancel, facts), signal.cancels) |
    bit(holds(reset, facts), signal.resets) |
    bit(holds(reset, still), signal.staysReset)
  );
}

function habitBits({ recurring, reopening }: Target): number {
  const anew = reopening === 'new-cycle' || reopening === 'reset';
  return (
    bit(recurring, signal.recurs) |
    bit(reopening === 'continue', signal.reopensInCycle) |
    bit(anew, signal.reopensAnew) |
    bit(reopening === 'reset', signal.voidsBefore)
  );
}

function pauseBits({ pauses }: Target, facts: CaseFacts): number {
  const first = pauses.findIndex(({ when }) => holds(when, facts)) + 1;
  const lasting = pauses.reduce((mask, { until }, index) => (until && !holds(until, facts) ? mask | (1 << index) : mask), 0);
  return (first << pauseShift) | (lasting << lastingShift);
}
