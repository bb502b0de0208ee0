import { isDetermined, type Outcome } from '../result/outcome.ts';
import { chartSettings } from './control-chart.ts';
import { processFrame, type FrameOptions, type ProcessFrame } from './process-frame.ts';
import type { Subgroup } from './subgroup.ts';

/** Settings of a tabular CUSUM, in standard errors of a subgroup mean. */
export interface CusumOptions extends FrameOptions {
  /** signal above this sum (h); 5 unless said */
  readonly decisionInterval?: number;
  /** deviations up to this reference value (k) count as noise; 0.5 unless said, half of a shift by one */
  readonly reference?: number;
  /** where both sums start; 0 unless said, h/2 is the fast initial response */
  readonly headStart?: number;
  /** number of first subgroups that make centre and sigma; all unless said */
  readonly baseline?: number;
}

/** A tabular CUSUM. Indexes are from 0. */
export interface CusumChart {
  readonly kind: 'cusum-chart';
  readonly n: number;
  readonly center: number;
  readonly sigma: number;
  /** sums of deviations above the target, never below 0 */
  readonly upper: readonly number[];
  /** sums of deviations below the target, never above 0 */
  readonly lower: readonly number[];
  readonly beyondUpper: readonly number[];
  readonly beyondLower: readonly number[];
  readonly method: {
    readonly sigma: ProcessFrame['method'];
    readonly decisionInterval: number;
    readonly reference: number;
    readonly headStart: number;
    readonly baseline: number;
  };
}

/**
 * Tabular CUSUM of subgroup means z = (x̄ − centre)/(σ/√n): Cᵢ⁺ = max(0, Cᵢ₋₁⁺ + zᵢ − k) and Cᵢ⁻ = min(0, Cᵢ₋₁⁻ + zᵢ + k), a signal where
 * one is strictly beyond ±h. Finds small lasting shifts early. Without a usable subgroup: insufficient; when none varies: undetermined.
 * Throws RangeError for a negative k or head start, or h that is not above 0.
 * Source: Page (1954), Biometrika 41, 100–115; Lucas and Crosier (1982), Technometrics 24, 199–205; Montgomery (2013), section 9.1.
 * @example cusumChart([[1, 3], [2, 4], [9, 11]].map(subgroupOf), { decisionInterval: 3 }) // { center: 5, lower: [-1.893…, -2.989…, 0], beyondUpper: [2], beyondLower: [] }
 */
export function cusumChart(subgroups: readonly Subgroup[], options: CusumOptions = {}): Outcome<CusumChart> {
  const { decisionInterval = 5, reference = 0.5, headStart = 0 } = options;
  if (!(decisionInterval > 0 && reference >= 0 && headStart >= 0))
    throw new RangeError('h is above 0, k and the head start are not below 0');
  const { baseline } = chartSettings(options, subgroups.length);
  const frame = processFrame(subgroups.slice(0, baseline), options);
  if (!isDetermined(frame)) return frame;
  const { center, sigma } = frame;
  const z = subgroups.map(({ n, mean }) => ((mean - center) * Math.sqrt(n)) / sigma);
  const upper = sumsOf(z, { reference, headStart });
  const lower = sumsOf(
    z.map((value) => -value),
    { reference, headStart },
  ).map((sum) => 0 - sum);
  return {
    kind: 'cusum-chart',
    n: subgroups.length,
    center,
    sigma,
    upper,
    lower,
    beyondUpper: [...upper.keys()].filter((i) => upper[i]! > decisionInterval),
    beyondLower: [...lower.keys()].filter((i) => lower[i]! < -decisionInterval),
    method: { sigma: frame.method, decisionInterval, reference, headStart, baseline },
  };
}

function sumsOf(z: readonly number[], { reference, headStart }: { readonly reference: number; readonly headStart: number }): number[] {
  let sum = headStart;
  return z.map((value) => (sum = Math.max(0, sum + value - reference)));
}
