import type { Figure } from '@zhiheng/contract/surveys/figure';
import { homogeneityTest } from '@zhiheng/stats/comparison';
import { normalQuantile } from '@zhiheng/stats/distribution';

const z = normalQuantile(0.975);

/** The p value of "all groups are alike", from their 95 % intervals; null for fewer than two groups that have one of some width. */
export function spreadP(figures: readonly Figure[]): number | null {
  const groups = figures.flatMap((figure) => {
    if (figure.kind !== 'figure' || figure.low === null || figure.high === null || figure.high <= figure.low) return [];
    return [{ estimate: figure.value, error: (figure.high - figure.low) / (2 * z) }];
  });
  const found = homogeneityTest(groups);
  return found.kind === 'homogeneity-test' ? found.p : null;
}
