import { chiSquareUpper } from '../distribution/chi-square.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';

/** Do figures of separate groups differ by more than chance? */
export interface HomogeneityTest {
  readonly kind: 'homogeneity-test';
  /** groups */
  readonly n: number;
  /** Σ w (x − x̄)² with w = 1/error² */
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** Σ w x / Σ w */
  readonly pooled: number;
}

/**
 * Cochran's test of homogeneity: estimates of separate groups, each with its standard error, against their weighted mean. The statistic is χ²
 * distributed with one degree of freedom fewer than groups when all estimate the same. Fewer than two groups are insufficient; an error of zero
 * leaves it undetermined. Source: Cochran (1954), Biometrics 10, 101–129.
 * @example homogeneityTest([{ estimate: 1, error: 1 }, { estimate: 4, error: 1 }]) // { statistic: 4.5, df: 1, p: 0.03389…, pooled: 2.5 }
 */
export function homogeneityTest(groups: readonly { readonly estimate: number; readonly error: number }[]): Outcome<HomogeneityTest> {
  const n = groups.length;
  if (n < 2) return insufficient(n, 2);
  const exact = [...groups.keys()].filter((i) => !(groups[i]!.error > 0));
  if (exact.length > 0) return undetermined(n, 'no-variation', exact);
  const weights = groups.map(({ error }) => 1 / error ** 2);
  const pooled =
    groups.reduce((sum, { estimate }, i) => sum + weights[i]! * estimate, 0) / weights.reduce((sum, weight) => sum + weight, 0);
  const statistic = groups.reduce((sum, { estimate }, i) => sum + weights[i]! * (estimate - pooled) ** 2, 0);
  return { kind: 'homogeneity-test', n, statistic, df: n - 1, p: chiSquareUpper(statistic, n - 1), pooled };
}
