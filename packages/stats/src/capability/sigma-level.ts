import { chiSquareQuantile } from '../distribution/chi-square.ts';
import { normalQuantile } from '../distribution/normal.ts';
import { insufficient, type Insufficient, type Interval } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';

/** Defects counted over units that each offer so many opportunities for one. */
export interface DefectCount {
  readonly defects: number;
  readonly units: number;
  readonly opportunities: number;
}

/** Six Sigma figures of a defect count. */
export interface SigmaLevel {
  readonly kind: 'sigma-level';
  /** opportunities looked at */
  readonly n: number;
  /** defects per unit */
  readonly dpu: number;
  /** defects per opportunity */
  readonly dpo: number;
  /** defects per million opportunities */
  readonly dpmo: number;
  /** exact Poisson interval of `dpmo` */
  readonly interval: Interval;
  /** share of units expected without a defect, e^−dpu */
  readonly throughputYield: number;
  /** the normal quantile of 1 − dpo; null when no opportunity or every one failed, which no finite sigma describes */
  readonly sigmaLongTerm: number | null;
  /** the same plus the shift */
  readonly sigmaShifted: number | null;
  readonly confidence: number;
  readonly method: { readonly shift: number };
}

/** Settings of a sigma level. */
export interface SigmaLevelOptions {
  /** by how many σ a process is taken to drift over time; 1.5 by the custom of Six Sigma, 0 shows what was measured */
  readonly shift?: number;
  readonly confidence?: number;
}

/**
 * Defects per million opportunities and the sigma level. The shift of 1.5 σ is a custom, not a measurement, so it is part of the result.
 * No unit: insufficient. Throws RangeError for negative numbers or no opportunity per unit.
 * Sources: Montgomery (2013), section 1.2; interval: Garwood (1936), Biometrika 28, 437–442.
 * @example sigmaLevel({ defects: 34, units: 500, opportunities: 10 }) // { dpu: 0.068, dpmo: 6800, sigmaLongTerm: 2.46765…, sigmaShifted: 3.96765…, throughputYield: 0.93426… }
 */
export function sigmaLevel(
  { defects, units, opportunities }: DefectCount,
  { shift = 1.5, confidence = 0.95 }: SigmaLevelOptions = {},
): SigmaLevel | Insufficient {
  requireCounts({ defects, units, opportunities });
  if (!Number.isFinite(shift)) throw new RangeError(`a shift is finite: ${shift}`);
  if (units === 0) return insufficient(0, 1);
  const n = units * opportunities;
  const dpo = defects / n;
  const [low, high] = poissonInterval(defects, confidence);
  const sigmaLongTerm = dpo > 0 && dpo < 1 ? -normalQuantile(dpo) : null;
  return {
    kind: 'sigma-level',
    n,
    dpu: defects / units,
    dpo,
    dpmo: 1e6 * dpo,
    interval: [(1e6 * low) / n, (1e6 * high) / n],
    throughputYield: Math.exp(-defects / units),
    sigmaLongTerm,
    sigmaShifted: sigmaLongTerm === null ? null : sigmaLongTerm + shift,
    confidence,
    method: { shift },
  };
}

function requireCounts({ defects, units, opportunities }: DefectCount): void {
  requireFinite([defects, units, opportunities], 'counts');
  if (defects < 0 || units < 0 || !(opportunities > 0)) throw new RangeError('counts are not negative, and a unit has an opportunity');
}

/** Exact interval of the expected count behind an observed one. */
function poissonInterval(count: number, confidence: number): Interval {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence lies between 0 and 1: ${confidence}`);
  const tail = (1 - confidence) / 2;
  const low = count === 0 ? 0 : chiSquareQuantile(tail, 2 * count) / 2;
  return [low, chiSquareQuantile(1 - tail, 2 * count + 2) / 2];
}
