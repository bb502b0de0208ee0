import { chiSquareUpper } from '../distribution/chi-square.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { requireSameLength, requireShare } from '../result/require-finite.ts';

/** Do events happen as often as predicted, from the unlikely to the likely? */
export interface HosmerLemeshowTest {
  readonly kind: 'hosmer-lemeshow-test';
  readonly n: number;
  /** in ascending order of predicted chance */
  readonly groups: readonly RiskGroup[];
  readonly statistic: number;
  readonly df: number;
  /** small when predicted chances are off */
  readonly p: number;
  readonly method: { readonly groups: 'by rank'; readonly ties: 'in the order of the rows' };
}

/** One group of rows with similar predicted chances. */
export interface RiskGroup {
  readonly n: number;
  readonly observed: number;
  readonly expected: number;
}

/** Chances that agree to this many decimals are ties, so that rounding does not decide over groups. */
const decimals = 1e12;

/**
 * Hosmer–Lemeshow test of calibration: rows are ranked by predicted chance and cut into equal parts, group g holding the ranks in
 * (1 + (n − 1)(g − 1)/G, 1 + (n − 1)g/G]; Σ (o − e)² / (e (1 − e/n)) is compared with χ² with G − 2 degrees of freedom. Ten groups unless said. Needs
 * as many rows as groups; a group whose chances are all 0 or all 1 leaves it `separated`. Throws RangeError for chances outside
 * 0..1, fewer than three groups, and unequal lengths.
 * Source: Hosmer, Lemeshow (1980), Communications in Statistics A9, 1043–1069.
 * @example hosmerLemeshowTest([0.1, 0.2, 0.4, 0.5, 0.7, 0.8], [false, false, true, false, true, true], { groups: 3 }) // { statistic: 1.03980…, df: 1 }
 */
export function hosmerLemeshowTest(
  probabilities: readonly number[],
  outcomes: readonly boolean[],
  { groups: count = 10 }: { readonly groups?: number } = {},
): Outcome<HosmerLemeshowTest> {
  requireSameLength(probabilities, outcomes);
  for (const probability of probabilities) requireShare(probability, 'a chance');
  if (!Number.isInteger(count) || count < 3) throw new RangeError('the test needs at least three groups');
  const n = probabilities.length;
  if (n < count) return insufficient(n, count);
  const groups = riskGroups(probabilities, outcomes, count);
  if (groups.some(({ expected, n: size }) => expected === 0 || expected === size)) return undetermined(n, 'separated');
  const statistic = groups.reduce((sum, { observed: o, expected: e, n: size }) => sum + (o - e) ** 2 / (e * (1 - e / size)), 0);
  return {
    kind: 'hosmer-lemeshow-test',
    n,
    groups,
    statistic,
    df: count - 2,
    p: chiSquareUpper(statistic, count - 2),
    method: { groups: 'by rank', ties: 'in the order of the rows' },
  };
}

function riskGroups(probabilities: readonly number[], outcomes: readonly boolean[], count: number): RiskGroup[] {
  const order = [...probabilities.keys()].sort(
    (a, b) => Math.round(probabilities[a]! * decimals) - Math.round(probabilities[b]! * decimals) || a - b,
  );
  const groups = Array.from({ length: count }, () => ({ n: 0, observed: 0, expected: 0 }));
  for (const [rank, index] of order.entries()) {
    const group = groups[rank === 0 ? 0 : Math.ceil((rank * count) / (order.length - 1)) - 1]!;
    group.n += 1;
    group.observed += Number(outcomes[index]!);
    group.expected += probabilities[index]!;
  }
  return groups;
}
