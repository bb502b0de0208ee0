import type { State } from './read-states.rules.ts';

/** Statuses in which a solution is given, or the case is over. */
export const isDone = ({ status }: Pick<State, 'status'>): boolean =>
  status === 'resolved' || status === 'closed' || status === 'cancelled';

/**
 * When the case was last taken to be solved: its last entry into `resolved`. Null when it never was.
 *
 * @example lastResolution([{ at: 1, status: 'new' }, { at: 5, status: 'resolved' }, { at: 6, status: 'resolved' }, { at: 9, status: 'closed' }]) // 5
 */
export function lastResolution(states: readonly Pick<State, 'at' | 'status'>[]): number | null {
  let [found, before]: [number | null, string | null] = [null, null];
  for (const { at, status } of states) {
    if (status === 'resolved' && before !== 'resolved') found = at;
    before = status;
  }
  return found;
}

/**
 * A history in which the last solution lies at the moment that a column names: what came before as done waits for that moment, what was taken up again after it did not happen. A column that lies
 * before the whole history opens it.
 *
 * @example
 * settleResolution([{ at: 1, status: 'new' }, { at: 5, status: 'resolved' }, { at: 9, status: 'closed' }], 7).map(({ at, status }) => [at, status])
 * // [[1, 'new'], [7, 'resolved'], [9, 'closed']]
 */
export function settleResolution(states: readonly State[], at: number): State[] {
  const last = states.at(-1);
  if (last === undefined) return [];
  const before = states.filter((state) => state.at < at);
  const done = before.findLastIndex((state) => !isDone(state)) + 1;
  const working = before.slice(0, done);
  const closings = states.filter((state) => state.at >= at && isDone(state) && state.status !== 'resolved');
  const early = before.slice(done).filter(({ status }) => status !== 'resolved');
  const after = [...early.slice(-1).map((state) => ({ ...state, at })), ...closings];
  const solvedBy = working.at(-1) ?? last;
  const resolved: State = { ...(states.find((state) => state.at >= at) ?? solvedBy), at, status: 'resolved' };
  return [...working, resolved, ...after];
}
