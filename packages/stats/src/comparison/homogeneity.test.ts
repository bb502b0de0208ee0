import { describe, expect, it } from 'vitest';
import { homogeneityTest, type HomogeneityTest } from './homogeneity-test.ts';

describe('homogeneity of groups', () => {
  // Q = Σ w x² − x̄² Σ w, the other form of the sum, by hand: weights 400, 156.25, 277.78, 625.
  it('is the weighted spread around the pooled estimate', () => {
    const weights = [400, 156.25, 1 / 0.06 ** 2, 625];
    const values = [0.12, 0.34, 0.28, 0.05];
    const pooled = (400 * 0.12 + 156.25 * 0.34 + 0.28 / 0.0036 + 625 * 0.05) / weights.reduce((sum, weight) => sum + weight, 0);
    const q =
      values.reduce((sum, value, i) => sum + weights[i]! * value ** 2, 0) - pooled ** 2 * weights.reduce((sum, weight) => sum + weight, 0);
    const found = homogeneityTest(values.map((estimate, i) => ({ estimate, error: 1 / Math.sqrt(weights[i]!) }))) as HomogeneityTest;
    expect([found.statistic, found.pooled, found.df]).toEqual([expect.closeTo(q, 9), expect.closeTo(pooled, 12), 3]);
  });
  it('does not see a common shift, and sees a scaling of estimates and errors together no more', () => {
    const groups = [
      { estimate: 1, error: 0.5 },
      { estimate: 2, error: 0.25 },
      { estimate: 4, error: 1 },
    ];
    const { statistic, p } = homogeneityTest(groups) as HomogeneityTest;
    const moved = homogeneityTest(
      groups.map(({ estimate, error }) => ({ estimate: 3 * estimate + 7, error: 3 * error })),
    ) as HomogeneityTest;
    expect([moved.statistic, moved.p]).toEqual([expect.closeTo(statistic, 9), expect.closeTo(p, 9)]);
  });
  it('needs two groups with an error', () => {
    expect(homogeneityTest([{ estimate: 1, error: 1 }])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(
      homogeneityTest([
        { estimate: 1, error: 0 },
        { estimate: 2, error: 1 },
      ]),
    ).toEqual({ kind: 'undetermined', n: 2, reason: 'no-variation', columns: [0] });
  });
});
