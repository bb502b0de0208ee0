import { rangeMoments } from './range-moments.ts';
import { unbiasingConstant } from './unbiasing-constant.ts';

/** Factors of variables control charts for subgroups of one size. */
export interface ChartConstants {
  readonly n: number;
  /** mean of the range, in σ */
  readonly d2: number;
  /** standard deviation of the range, in σ */
  readonly d3: number;
  /** mean of the standard deviation, in σ */
  readonly c4: number;
  /** limits of means from the mean range: x̿ ± A2 R̄ */
  readonly A2: number;
  /** limits of means from the mean standard deviation: x̿ ± A3 s̄ */
  readonly A3: number;
  /** limits of ranges: D3 R̄ and D4 R̄ */
  readonly D3: number;
  readonly D4: number;
  /** limits of standard deviations: B3 s̄ and B4 s̄ */
  readonly B3: number;
  readonly B4: number;
  /** limits of individuals from the mean range: x̄ ± E2 R̄ */
  readonly E2: number;
}

/**
 * The constants of variables control charts with limits at three standard errors, exact instead of the rounded tables of the books.
 * Source: Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., appendix VI.
 * Throws RangeError unless n is a whole number from 2 to 1000.
 * @example chartConstants(5) // { d2: 2.32592…, d3: 0.86408…, c4: 0.93998…, A2: 0.57681…, A3: 1.42729…, D3: 0, D4: 2.11449…, B3: 0, B4: 2.08899…, E2: 1.28980… }
 */
export function chartConstants(n: number): ChartConstants {
  const { mean: d2, deviation: d3 } = rangeMoments(n);
  const c4 = unbiasingConstant(n);
  const spread = (3 * Math.sqrt(1 - c4 * c4)) / c4;
  return {
    n,
    d2,
    d3,
    c4,
    A2: 3 / (d2 * Math.sqrt(n)),
    A3: 3 / (c4 * Math.sqrt(n)),
    D3: Math.max(0, 1 - (3 * d3) / d2),
    D4: 1 + (3 * d3) / d2,
    B3: Math.max(0, 1 - spread),
    B4: 1 + spread,
    E2: 3 / d2,
  };
}
