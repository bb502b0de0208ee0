type Sets = readonly (readonly string[])[];

/**
 * Probability of the top event from its minimal cut sets and the probabilities of independent basic events: exact, by pivoting on one
 * event after the other, P = p·P(event happens) + (1 − p)·P(it does not), so that events in several sets count once. The cost grows with
 * the number of events that share sets. No set: 0. Throws RangeError for an event without a probability and for one outside 0..1.
 * Source: Shannon (1938), Transactions of the AIEE 57, 713–723; in fault trees Vesely et al. (1981), NUREG-0492, section VI.
 * @example topProbability([['a'], ['b', 'c']], new Map([['a', 0.1], ['b', 0.5], ['c', 0.2]])) // 0.19
 * @example topProbability([['a', 'b'], ['a', 'c']], new Map([['a', 0.5], ['b', 0.5], ['c', 0.5]])) // 0.375
 * @example topProbability([], new Map()) // 0
 */
export function topProbability(sets: Sets, probabilities: ReadonlyMap<string, number>): number {
  for (const event of sets.flat()) {
    const p = probabilities.get(event);
    if (p === undefined || !(p >= 0 && p <= 1)) throw new RangeError(`the probability of ${event} must lie between 0 and 1`);
  }
  return pivot(sets, probabilities, new Map());
}

function pivot(sets: Sets, probabilities: ReadonlyMap<string, number>, known: Map<string, number>): number {
  if (sets.length === 0) return 0;
  if (sets.some((set) => set.length === 0)) return 1;
  const key = sets.map((set) => set.join('\u0001')).join('\u0002');
  const before = known.get(key);
  if (before !== undefined) return before;
  const event = mostFrequent(sets);
  const p = probabilities.get(event) ?? 0;
  const happens = sets.map((set) => set.filter((one) => one !== event));
  const doesNot = sets.filter((set) => !set.includes(event));
  const found = p * pivot(happens, probabilities, known) + (1 - p) * pivot(doesNot, probabilities, known);
  known.set(key, found);
  return found;
}

/** The event of the most sets parts them soonest. */
function mostFrequent(sets: Sets): string {
  const counts = new Map<string, number>();
  for (const event of sets.flat()) counts.set(event, (counts.get(event) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
