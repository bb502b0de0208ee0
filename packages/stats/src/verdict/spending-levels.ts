import { normalPdf, normalQuantile, normalUpper } from '../distribution/normal.ts';

/** Points of the grid over which the path of the test so far is integrated; even, for Simpson's rule. */
const steps = 320;
/** Beyond this many standard errors no look rejects. */
const farthest = 8;

/** The path so far: density of those who have not stopped, in information time. */
interface Path {
  readonly fraction: number;
  readonly spent: number;
  readonly points: readonly number[];
  /** density times Simpson's weight */
  readonly masses: readonly number[];
}

/**
 * Two-sided levels at which a test may reject at each of its looks, so that over all of them it does so by chance with `alpha`: the spending
 * function of Lan and DeMets that resembles O'Brien and Fleming's, 2 − 2 Φ(z / √t) for each side, z being the upper alpha/4 point. `fractions`
 * say how much of the planned information (the variance at the end over the variance now) each look had; the last may be below 1. Early
 * looks reject only what is overwhelming, the last one costs little. Throws RangeError for fractions that do not rise within 0..1 and alpha
 * outside 0..1.
 * Source: Lan, DeMets (1983), Biometrika 70, 659–663; recursion: Armitage, McPherson, Rowe (1969), JRSS A 132, 235–244.
 * @example spendingLevels([0.25, 0.5, 0.75, 1], 0.05) // [0.0000147…, 0.00304…, 0.0183…, 0.0440…]
 */
export function spendingLevels(fractions: readonly number[], alpha: number): number[] {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError('alpha lies between 0 and 1');
  if (fractions.some((fraction, look) => !(fraction > (fractions[look - 1] ?? 0) && fraction <= 1))) {
    throw new RangeError('fractions rise within 0 and 1');
  }
  const levels: number[] = [];
  let path: Path = { fraction: 0, spent: 0, points: [0], masses: [1] };
  for (const fraction of fractions) {
    const spent = spentBy(fraction, alpha);
    const spread = Math.sqrt(fraction - path.fraction);
    const limit = limitOf(path, { spread, extra: spent - path.spent, fraction });
    levels.push(2 * normalUpper(limit / Math.sqrt(fraction)));
    path = { fraction, spent, ...continued(path, { spread, limit }) };
  }
  return levels;
}

/** What one side may have spent up to a fraction. */
const spentBy = (fraction: number, alpha: number): number => 2 * normalUpper(normalQuantile(1 - alpha / 4) / Math.sqrt(fraction));

/** The limit of the sum (z · √fraction) beyond which just `extra` of all paths go now. */
function limitOf(path: Path, { spread, extra, fraction }: { spread: number; extra: number; fraction: number }): number {
  let [low, high] = [0, farthest * Math.sqrt(fraction)];
  for (let step = 0; step < 45; step++) {
    const middle = (low + high) / 2;
    const beyond = path.points.reduce((sum, point, i) => sum + path.masses[i]! * normalUpper((middle - point) / spread), 0);
    if (beyond > extra) low = middle;
    else high = middle;
  }
  return high;
}

function continued(path: Path, { spread, limit }: { spread: number; limit: number }): Pick<Path, 'points' | 'masses'> {
  const width = (2 * limit) / steps;
  const points = Array.from({ length: steps + 1 }, (_, i) => -limit + i * width);
  const masses = points.map((point, i) => {
    const density = path.points.reduce((sum, from, j) => sum + path.masses[j]! * normalPdf((point - from) / spread), 0) / spread;
    const simpson = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    return (density * simpson * width) / 3;
  });
  return { points, masses };
}
