import { binomialTail } from './binomial-tail.ts';

/**
 * How often something that gaming looks like happened in one group (person or team), beside how often chance would bring it.
 * It points to cases worth reading; it accuses nobody. Several groups are several tests: correct their probabilities as a family.
 */
export interface GroupSignal {
  readonly kind: 'signal';
  readonly group: string;
  readonly n: number;
  readonly observed: number;
  readonly expected: number;
  /** chance of as many or more when the group is like the comparison */
  readonly probability: number;
  /** the cases behind `observed`, for reading */
  readonly cases: readonly string[];
}

/** Too little happened to say anything about the group, or there is nothing to compare it with. */
export interface TooFew {
  readonly kind: 'insufficient';
  readonly group: string;
  readonly n: number;
  readonly needed: number;
}

/** What was seen in one group. */
export interface GroupCount {
  readonly group: string;
  readonly n: number;
  /** one entry per occurrence; a case may occur twice */
  readonly occurrences: readonly string[];
  /** the share of n that chance would bring; null when nothing tells */
  readonly usualShare: number | null;
}

/**
 * Judges what was seen in a group by the exact binomial tail.
 * @example signalOf({ group: 'Li', n: 10, occurrences: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'g'], usualShare: 0.5 }, 10) // { observed: 8, expected: 5, probability: 0.0546… }
 * @example signalOf({ group: 'Li', n: 3, occurrences: [], usualShare: 0.5 }, 10) // { kind: 'insufficient', n: 3, needed: 10 }
 */
export function signalOf({ group, n, occurrences, usualShare }: GroupCount, needed: number): GroupSignal | TooFew {
  if (n < needed || usualShare === null) return { kind: 'insufficient', group, n, needed };
  return {
    kind: 'signal',
    group,
    n,
    observed: occurrences.length,
    expected: n * usualShare,
    probability: binomialTail(occurrences.length, { n, p: usualShare }),
    cases: [...new Set(occurrences)],
  };
}

/**
 * Things by the group they belong to, groups in the order of their names.
 * @example byGroup([{ group: 'b', id: 1 }, { group: 'a', id: 2 }]).map(([group]) => group) // ['a', 'b']
 */
export function byGroup<T extends { readonly group: string }>(things: readonly T[]): [group: string, members: T[]][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const members = groups.get(thing.group);
    if (members === undefined) groups.set(thing.group, [thing]);
    else members.push(thing);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
