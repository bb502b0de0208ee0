type Matrix = readonly (readonly number[])[];

/** Whether rows are brought to length 1 before rotating, so that every item counts alike. */
export interface KaiserOption {
  readonly kaiser?: boolean;
}

const mostSweeps = 1000;
const smallestAngle = 1e-11;

/**
 * Varimax rotation of `loadings[item][factor]`: the orthogonal rotation that makes the squared loadings of each factor vary most, by
 * turning every pair of factors to its best angle until none turns by more than 1e-11 (at most 1,000 rounds). Rows are normalised by
 * Kaiser's rule unless `kaiser` is false; a row of zeros stays. Source: Kaiser (1958), Psychometrika 23, 187–200.
 * @example varimax([[0.6, 0.6], [0.6, -0.6]]) // [[0.8485…, 0], [0, -0.8485…]]
 */
export function varimax(loadings: Matrix, { kaiser = true }: KaiserOption = {}): number[][] {
  const lengths = loadings.map((row) => (kaiser ? Math.hypot(...row) || 1 : 1));
  const columns = (loadings[0] ?? []).map((_, factor) => loadings.map((row, i) => row[factor]! / lengths[i]!));
  for (let sweep = 0; sweep < mostSweeps; sweep++) if (turnEveryPair(columns) < smallestAngle) break;
  return loadings.map((_, i) => columns.map((column) => column[i]! * lengths[i]!));
}

/** Turns each pair of columns in place and tells the largest angle. */
function turnEveryPair(columns: number[][]): number {
  let largest = 0;
  for (let first = 0; first < columns.length; first++)
    for (let second = first + 1; second < columns.length; second++) {
      const angle = bestAngle(columns[first]!, columns[second]!);
      turn(columns[first]!, columns[second]!, angle);
      largest = Math.max(largest, Math.abs(angle));
    }
  return largest;
}

/** Kaiser's angle: tan 4φ = (2 Σuv − 2 Σu Σv / p) / (Σ(u² − v²) − ((Σu)² − (Σv)²) / p) with u = x² − y², v = 2xy. */
function bestAngle(xs: readonly number[], ys: readonly number[]): number {
  let [sumU, sumV, sumDifference, sumProduct] = [0, 0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    const u = xs[i]! ** 2 - ys[i]! ** 2;
    const v = 2 * xs[i]! * ys[i]!;
    sumU += u;
    sumV += v;
    sumDifference += u ** 2 - v ** 2;
    sumProduct += 2 * u * v;
  }
  const sine = sumProduct - (2 * sumU * sumV) / xs.length;
  const cosine = sumDifference - (sumU ** 2 - sumV ** 2) / xs.length;
  return Math.hypot(sine, cosine) < 1e-15 ? 0 : Math.atan2(sine, cosine) / 4;
}

function turn(xs: number[], ys: number[], angle: number): void {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [xs[i]!, ys[i]!];
    xs[i] = x * cosine + y * sine;
    ys[i] = y * cosine - x * sine;
  }
}
