import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { ReportTest } from '@zhiheng/contract/reports/report-document';
import { holmAdjusted } from '@zhiheng/stats/comparison';
import { normalUpper } from '@zhiheng/stats/distribution';
import { worseningOf } from '../../insight/index.ts';

/** A figure of the period and the one before. */
export interface Compared {
  readonly now: Figure;
  readonly before: Figure | null;
}

/** What can be said of a change. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly worse: boolean;
  readonly significant: boolean;
  readonly test: ReportTest;
}

/** The chance of any false word on a change in one report. */
export const alpha = 0.05;

/**
 * Tests each change on both sides, from the two 95 % intervals, all of them together after Holm. A figure without enough behind it, or without an
 * interval on either side, is left out: nothing can be said of it.
 */
export function testChanges(compared: readonly Compared[]): ReadonlyMap<string, Change> {
  const testable = compared.flatMap(comparable);
  const probabilities = testable.map(({ size }) => Math.min(1, 2 * normalUpper(Math.abs(size))));
  const adjusted = holmAdjusted(probabilities);
  return new Map(
    testable.map(({ code, from, to, size }, at) => {
      const adjustedP = adjusted[at] ?? 1;
      const test = {
        method: 'difference' as const,
        p: probabilities[at] ?? 1,
        adjustedP,
        correction: 'holm' as const,
        family: testable.length,
        alpha,
      };
      return [code, { from, to, worse: size > 0, significant: adjustedP < alpha, test }];
    }),
  );
}

function comparable({ now, before }: Compared) {
  if (before === null || now.value === null || before.value === null) return [];
  if (!now.sufficient || !before.sufficient || now.interval === null || before.interval === null) return [];
  const { direction, target, indicator: code } = now;
  const sides = { now: { value: now.value, interval: now.interval }, before: { value: before.value, interval: before.interval } };
  return [{ code, from: before.value, to: now.value, size: worseningOf({ code, direction, target, ...sides }) }];
}

/** Whether the whole interval lies on one side of the target: only then is the target surely reached or missed. */
export function againstTarget({ value, interval, target, direction, sufficient }: Figure): 'reached' | 'missed' | 'open' | null {
  if (value === null || target === null || direction === 'nominal') return null;
  if (interval === null || !sufficient) return 'open';
  const [low, high] = direction === 'higher' ? interval : [-interval[1], -interval[0]];
  const wanted = direction === 'higher' ? target : -target;
  if (low >= wanted) return 'reached';
  return high < wanted ? 'missed' : 'open';
}
