import type { ClockState } from '../words/case-words.ts';

/** Below this a deadline is near, and a countdown shows its seconds. */
export const nearSeconds = 4 * 3600;

/** What a promise is now, for a badge: its state, and how far the deadline is away. */
export type DueState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' | 'soon' | 'overdue'; readonly seconds: number }
  | { readonly kind: 'waiting' | 'over'; readonly state: ClockState };

interface Promised {
  readonly state: ClockState;
  readonly dueAt: string | null;
}

const ended: ReadonlySet<ClockState> = new Set(['met', 'missed', 'cancelled', 'reset']);
const counting: ReadonlySet<ClockState> = new Set(['running', 'overdue']);

/** A running promise turns overdue by the time of the reader; nothing has to be sent for it. */
export function dueStateOf(promised: Promised | null, now: number): DueState {
  if (promised === null) return { kind: 'none' };
  const { state, dueAt } = promised;
  if (ended.has(state)) return { kind: 'over', state };
  if (!counting.has(state) || dueAt === null) return { kind: 'waiting', state };
  const seconds = Math.floor((Date.parse(dueAt) - now) / 1000);
  if (seconds <= 0) return { kind: 'overdue', seconds: Math.abs(seconds) };
  return { kind: seconds <= nearSeconds ? 'soon' : 'running', seconds };
}

/** Share of the time that is used, at most 1; a goal of nothing is used up. */
export const usedShare = ({ usedSeconds, goalSeconds }: { readonly usedSeconds: number; readonly goalSeconds: number }): number =>
  goalSeconds <= 0 ? 1 : Math.min(1, usedSeconds / goalSeconds);

interface AgreedPromise extends Promised {
  readonly agreementKind: 'sla' | 'ola' | 'supplier-contract';
}

/** The clock that a reader should look at first: what was promised to the customer before what teams promised each other; overdue, then the nearest deadline, then those that wait, last those that are over. */
export function mainClock<C extends AgreedPromise>(clocks: readonly C[], now: number): C | null {
  const rank = (clock: C): number => {
    const due = dueStateOf(clock, now);
    const behind = clock.agreementKind === 'sla' ? 0 : 1e11;
    if (due.kind === 'overdue') return behind - due.seconds;
    if (due.kind === 'soon' || due.kind === 'running') return behind + due.seconds;
    return due.kind === 'waiting' ? 1e12 + behind : 1e13 + behind;
  };
  return clocks.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}
