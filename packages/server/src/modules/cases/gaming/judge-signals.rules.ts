import type { gamingSignal } from '@zhiheng/contract/cases/gaming';
import {
  closeAndReopen,
  heapingUnderLimit,
  pausesBeforeDue,
  splitting,
  type CaseOrigin,
  type GroupSignal,
  type HandledClock,
  type TooFew,
} from '@zhiheng/sla-clock/gaming';
import { holmAdjusted } from '@zhiheng/stats/comparison';
import type { z } from 'zod';

type Signal = z.infer<typeof gamingSignal>;

/** What was seen in one group; without figures where there is too little to say. */
export interface JudgedGroup {
  readonly group: string;
  readonly n: number;
  readonly observed: number | null;
  readonly expected: number | null;
  readonly probability: number | null;
  readonly adjusted: number | null;
  readonly noteworthy: boolean;
  readonly cases: readonly string[];
}

/** Of fewer nothing is said. A setting of ours, no norm. */
export const needed = 20;
/** Less likely than this, after correction, is worth a look. */
const noteworthyBelow = 0.05;

/** The four signals for every group. All their probabilities are one family: who looks often enough finds something. */
export function judgeSignals(
  clocks: readonly HandledClock[],
  origins: readonly CaseOrigin[],
): { readonly signal: Signal; readonly groups: readonly JudgedGroup[] }[] {
  const seen: readonly (readonly [Signal, readonly (GroupSignal | TooFew)[]])[] = [
    ['pauses-before-due', pausesBeforeDue(clocks, { needed })],
    ['close-and-reopen', closeAndReopen(clocks, { needed })],
    ['heaping-under-limit', heapingUnderLimit(clocks, { needed })],
    ['splitting', splitting(origins, { needed })],
  ];
  const found = seen.flatMap(([, groups]) => groups.filter((group) => group.kind === 'signal'));
  const corrected = holmAdjusted(found.map(({ probability }) => probability));
  const adjusted = new Map(found.map((group, at) => [group, corrected[at] ?? 1]));
  return seen.map(([signal, groups]) => ({ signal, groups: groups.map((group) => judgedOf(group, adjusted)).sort(byProbability) }));
}

function judgedOf(seen: GroupSignal | TooFew, adjustedOf: ReadonlyMap<GroupSignal, number>): JudgedGroup {
  const { group, n } = seen;
  if (seen.kind === 'insufficient')
    return { group, n, observed: null, expected: null, probability: null, adjusted: null, noteworthy: false, cases: [] };
  const { observed, expected, probability, cases } = seen;
  const adjusted = adjustedOf.get(seen) ?? 1;
  return { group, n, observed, expected, probability, adjusted, noteworthy: adjusted < noteworthyBelow, cases };
}

const byProbability = (a: JudgedGroup, b: JudgedGroup): number => (a.probability ?? 2) - (b.probability ?? 2);
