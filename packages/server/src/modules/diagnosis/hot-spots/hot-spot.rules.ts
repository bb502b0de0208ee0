import { benjaminiHochbergAdjusted, countAgainstHistory } from '@zhiheng/stats/comparison';
import type { WeekCounts } from './count-weeks.ts';

export interface JudgedSpot extends Pick<WeekCounts, 'id' | 'name'> {
  readonly count: number;
  readonly expected: number;
  readonly probability: number | null;
  readonly adjusted: number | null;
  readonly history: readonly number[];
  readonly spread: 'poisson' | 'negative-binomial';
  readonly isHot: boolean;
}

export interface SpotLimits {
  /** share of false hot spots among all that are named */
  readonly falseShare: number;
  /** of fewer in a week nothing is said */
  readonly least: number;
}

/** Each week count against its own history; all with a history are one family, however few they were. Of few cases nothing is said, so that a quiet place stays quiet. */
export function judgeSpots(groups: readonly WeekCounts[], { falseShare, least }: SpotLimits): JudgedSpot[] {
  const asked = groups.map(ask);
  const probabilities = asked.flatMap(({ probability }) => probability ?? []);
  const corrected = benjaminiHochbergAdjusted(probabilities);
  let at = 0;
  return asked
    .map((spot): JudgedSpot => {
      const adjusted = spot.probability === null ? null : (corrected[at++] ?? 1);
      return { ...spot, adjusted, isHot: adjusted !== null && adjusted <= falseShare && spot.count >= least };
    })
    .sort((a, b) => (a.adjusted ?? 2) - (b.adjusted ?? 2) || b.count - a.count);
}

function ask({ id, name, counts }: WeekCounts): Omit<JudgedSpot, 'adjusted' | 'isHot'> {
  const [count, history] = [counts.at(-1) ?? 0, counts.slice(0, -1)];
  const outcome = countAgainstHistory(count, history);
  const expected = history.length === 0 ? 0 : history.reduce((sum, each) => sum + each, 0) / history.length;
  if (outcome.kind === 'insufficient') return { ...{ id, name, count, expected, history, probability: null }, spread: 'poisson' };
  return { ...{ id, name, count, expected, history, probability: outcome.probability }, spread: outcome.method.spread };
}
