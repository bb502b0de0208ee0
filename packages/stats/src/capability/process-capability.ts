import { chiSquareQuantile } from '../distribution/chi-square.ts';
import { normalCdf, normalQuantile, normalUpper } from '../distribution/normal.ts';
import type { Interval } from '../result/outcome.ts';
import type { ProcessSummary } from './process-summary.ts';

/** What a customer accepts; at least one limit. */
export interface SpecificationLimits {
  readonly lower?: number;
  readonly upper?: number;
  /** the value wanted; needed for Cpm */
  readonly target?: number;
}

/** One index with its confidence interval; null where a limit or the target it needs is not given. */
export interface CapabilityIndex {
  readonly value: number;
  readonly interval: Interval;
}

/** Capability of a process against its specification. */
export interface ProcessCapability {
  readonly kind: 'process-capability';
  readonly n: number;
  /** (USL − LSL) / 6σ within subgroups */
  readonly cp: CapabilityIndex | null;
  /** (mean − LSL) / 3σ */
  readonly cpl: CapabilityIndex | null;
  /** (USL − mean) / 3σ */
  readonly cpu: CapabilityIndex | null;
  /** the smaller of both */
  readonly cpk: CapabilityIndex;
  /** (USL − LSL) / 6√(σ² + (mean − target)²) */
  readonly cpm: CapabilityIndex | null;
  /** as Cp and Cpk, with the overall standard deviation */
  readonly pp: number | null;
  readonly ppk: number;
  /** expected observations outside per million, of a normal process */
  readonly ppmWithin: number;
  readonly ppmOverall: number;
  readonly confidence: number;
  readonly method: { readonly sigma: ProcessSummary['method'] };
}

/**
 * Capability (Cp, Cpl, Cpu, Cpk, Cpm from the sigma within subgroups) and performance (Pp, Ppk from the overall standard deviation) with
 * confidence intervals: Cp by χ² with n − 1, Cpm by χ² with n(1 + x²)²/(1 + 2x²) and x = (mean − target)/σ, Cpk by
 * C(1 ± z √(1/(9nC²) + 1/(2(n − 1)))); Cpl and Cpu likewise with the one-sided z. Throws RangeError without a limit, for a process without spread, for limits in the
 * wrong order, or a confidence outside (0, 1).
 * Sources: Montgomery (2013), section 8.3; Bissell (1990), Applied Statistics 39, 331–340; Boyles (1991), Journal of Quality Technology 23, 17–26.
 * @example processCapability({ kind: 'process-summary', n: 100, mean: 10.1, sigmaWithin: 0.5, sigmaOverall: 0.6, method: 'mean-range' }, { lower: 8, upper: 12 }) // { cp: { value: 1.3333… }, cpk: { value: 1.26666… }, ppk: 1.05555… }
 */
export function processCapability(
  process: ProcessSummary,
  limits: SpecificationLimits,
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): ProcessCapability {
  requireProcess(process);
  requireLimits(limits, confidence);
  const { n, mean, sigmaWithin: sigma, sigmaOverall } = process;
  const index = { n, confidence };
  const within = indicesOf({ mean, sigma }, limits);
  const overall = indicesOf({ mean, sigma: sigmaOverall }, limits);
  return {
    kind: 'process-capability',
    n,
    cp: within.width === null ? null : { value: within.width, interval: scaled(within.width, n - 1, confidence) },
    cpl: within.lower === null ? null : normalIndex(within.lower, { ...index, sides: 1 }),
    cpu: within.upper === null ? null : normalIndex(within.upper, { ...index, sides: 1 }),
    cpk: normalIndex(within.nearest, { ...index, sides: 2 }),
    cpm: targetIndex(process, limits, confidence),
    pp: overall.width,
    ppk: overall.nearest,
    ppmWithin: millionthsOutside({ mean, sigma }, limits),
    ppmOverall: millionthsOutside({ mean, sigma: sigmaOverall }, limits),
    confidence,
    method: { sigma: process.method },
  };
}

interface Normal {
  readonly mean: number;
  readonly sigma: number;
}

function requireProcess({ n, mean, sigmaWithin, sigmaOverall }: ProcessSummary): void {
  const possible = n >= 2 && Number.isFinite(mean) && sigmaWithin > 0 && sigmaOverall > 0;
  if (!possible) throw new RangeError('a process has two observations, a mean and a spread');
}

function requireLimits({ lower, upper }: SpecificationLimits, confidence: number): void {
  if (lower === undefined && upper === undefined) throw new RangeError('a specification has at least one limit');
  if (lower !== undefined && upper !== undefined && !(lower < upper))
    throw new RangeError(`the lower limit lies below the upper: ${lower}, ${upper}`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence lies between 0 and 1: ${confidence}`);
}

function indicesOf({ mean, sigma }: Normal, { lower, upper }: SpecificationLimits) {
  const below = lower === undefined ? null : (mean - lower) / (3 * sigma);
  const above = upper === undefined ? null : (upper - mean) / (3 * sigma);
  const width = lower === undefined || upper === undefined ? null : (upper - lower) / (6 * sigma);
  return { lower: below, upper: above, width, nearest: Math.min(below ?? Infinity, above ?? Infinity) };
}

/** C √(χ²(α/2; df)/df) … C √(χ²(1 − α/2; df)/df) */
function scaled(value: number, df: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return [value * Math.sqrt(chiSquareQuantile(tail, df) / df), value * Math.sqrt(chiSquareQuantile(1 - tail, df) / df)];
}

function normalIndex(
  value: number,
  { n, confidence, sides }: { readonly n: number; readonly confidence: number; readonly sides: 1 | 2 },
): CapabilityIndex {
  const z = normalQuantile(1 - (1 - confidence) / sides);
  // C·√(1/(9nC²) + …) with C inside the root, so that an index of 0 has its interval too
  const half = z * Math.sqrt(1 / (9 * n) + value ** 2 / (2 * (n - 1)));
  return { value, interval: [value - half, value + half] };
}

function targetIndex(
  { n, mean, sigmaWithin: sigma }: ProcessSummary,
  { lower, upper, target }: SpecificationLimits,
  confidence: number,
): CapabilityIndex | null {
  if (lower === undefined || upper === undefined || target === undefined) return null;
  const offset = (mean - target) / sigma;
  const value = (upper - lower) / (6 * sigma * Math.sqrt(1 + offset ** 2));
  const df = (n * (1 + offset ** 2) ** 2) / (1 + 2 * offset ** 2);
  return { value, interval: scaled(value, df, confidence) };
}

function millionthsOutside({ mean, sigma }: Normal, { lower, upper }: SpecificationLimits): number {
  const below = lower === undefined ? 0 : normalCdf((lower - mean) / sigma);
  const above = upper === undefined ? 0 : normalUpper((upper - mean) / sigma);
  return 1e6 * (below + above);
}
