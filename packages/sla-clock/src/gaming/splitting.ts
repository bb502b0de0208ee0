import type { Instant } from '../calendar/calendar.ts';
import { byGroup, signalOf, type GroupSignal, type TooFew } from './group-signal.ts';

/** Where a case came from. */
export interface CaseOrigin {
  readonly caseId: string;
  readonly group: string;
  readonly customer: string;
  /** what it is about, as coarse as one matter: service and type, asset, order */
  readonly subject: string;
  readonly openedAt: Instant;
  readonly openedBy: 'customer' | 'team';
}

/**
 * Splitting: of the cases of a group, how many the team itself opened soon after another case of the same customer and subject. One
 * matter cut into several gives each a fresh goal and fills the statistics with easy ones. Compared with the share in all other
 * groups; a group without others has nothing to compare with. A customer who writes again splits nothing.
 * @example
 * const opened = (caseId, group, openedAt) => ({ caseId, group, customer: 'acme', subject: 'printer', openedAt, openedBy: 'team' });
 * splitting([opened('1', 'Li', 0), opened('2', 'Li', 60), opened('3', 'Wang', 200_000)], { needed: 1 })[0] // { group: 'Li', n: 2, observed: 1, expected: 0 }
 */
export function splitting(
  cases: readonly CaseOrigin[],
  { soon = 86_400, needed = 20 }: { readonly soon?: number; readonly needed?: number } = {},
): (GroupSignal | TooFew)[] {
  const split = new Set(followers(cases, soon));
  const groups = byGroup(cases).map(([group, own]) => ({
    group,
    n: own.length,
    occurrences: own.filter(({ caseId }) => split.has(caseId)).map(({ caseId }) => caseId),
  }));
  return groups.map((seen) => {
    const others = cases.length - seen.n;
    const usualShare = others < needed ? null : (split.size - seen.occurrences.length) / others;
    return signalOf({ ...seen, usualShare }, needed);
  });
}

/** Cases that the team opened at most `soon` seconds after the one before of the same customer and subject. */
function followers(cases: readonly CaseOrigin[], soon: number): string[] {
  const last = new Map<string, Instant>();
  const inOrder = [...cases].sort((a, b) => a.openedAt - b.openedAt || (a.caseId < b.caseId ? -1 : 1));
  return inOrder.flatMap(({ caseId, customer, subject, openedAt, openedBy }) => {
    const matter = JSON.stringify([customer, subject]);
    const before = last.get(matter);
    last.set(matter, openedAt);
    return openedBy === 'team' && before !== undefined && openedAt - before <= soon ? [caseId] : [];
  });
}
