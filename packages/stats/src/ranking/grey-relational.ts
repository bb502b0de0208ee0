import { insufficient, type Insufficient } from '../result/outcome.ts';
import { requireTable } from '../result/require-finite.ts';
import { minMaxScale, ranksFromBest, type DecisionMatrix } from './decision-matrix.ts';

/**
 * How values become comparable: criteria scaled by min-max (columns), or each row, seen as a sequence over time, divided by its mean or by
 * its first value.
 */
export type GreyNormalisation = 'min-max' | 'mean' | 'initial';

/** Settings of a grey relational analysis. */
export interface GreyOptions {
  /** 'min-max' unless said */
  readonly normalisation?: GreyNormalisation;
  /** the sequence to be like, in raw values; the ideal (1, …, 1) after scaling unless said */
  readonly reference?: readonly number[];
  /** distinguishing coefficient ρ, above 0 and at most 1; 0.5 unless said */
  readonly rho?: number;
}

/** Likeness of alternatives, or sequences, to a reference. */
export interface GreyRelational {
  readonly kind: 'grey-relational';
  /** alternatives */
  readonly n: number;
  /** smallest and largest absolute difference in the whole table */
  readonly deltaMin: number;
  readonly deltaMax: number;
  readonly coefficients: readonly (readonly number[])[];
  /** mean coefficient per alternative */
  readonly grades: readonly number[];
  /** 1 is most alike; equal grades keep the order of the rows */
  readonly ranks: readonly number[];
  readonly method: { readonly normalisation: GreyNormalisation; readonly reference: 'ideal' | 'given'; readonly rho: number };
}

/**
 * Grey relational analysis: coefficient (Δmin + ρ Δmax)/(Δ + ρ Δmax) with Δ the distance to the reference and Δmin, Δmax over the whole table.
 * Without any difference all coefficients are 1. No alternative: insufficient. Throws RangeError for rows or a reference of unequal length,
 * NaN, an infinity, ρ outside (0, 1], a sequence with mean (or first value) 0, a reference that no scale is defined for, or no criterion.
 * Source: Deng (1989), Journal of Grey System 1, 1–24.
 * @example greyRelational({ matrix: [[24, 38, 40, 50], [10, 22, 18, 20]] }, { normalisation: 'initial', reference: [55, 65, 75, 100] }) // { deltaMax: 1.01818…, grades: [0.71086…, 0.65215…], ranks: [1, 2] }
 */
export function greyRelational(decision: DecisionMatrix, options: GreyOptions = {}): GreyRelational | Insufficient {
  const { normalisation = 'min-max', reference, rho = 0.5 } = options;
  requireDistinguishing(rho);
  if (decision.matrix.length === 0) return insufficient(0, 1);
  const width = requireTable(reference === undefined ? decision.matrix : [...decision.matrix, reference]);
  if (width === 0) throw new RangeError('alternatives need at least one criterion');
  const { rows, target } = scaled(decision, normalisation, reference ?? null);
  const wanted = target ?? Array<number>(width).fill(1);
  const deltas = rows.map((row) => row.map((value, j) => Math.abs(wanted[j]! - value)));
  const deltaMin = deltas.flat().reduce((a, b) => Math.min(a, b), Infinity);
  const deltaMax = deltas.flat().reduce((a, b) => Math.max(a, b), 0);
  const coefficientOf = (delta: number) => (deltaMax === 0 ? 1 : (deltaMin + rho * deltaMax) / (delta + rho * deltaMax));
  const coefficients = deltas.map((row) => row.map(coefficientOf));
  const grades = coefficients.map((row) => row.reduce((sum, value) => sum + value, 0) / width);
  const method = { normalisation, reference: reference === undefined ? 'ideal' : 'given', rho } as const;
  return { kind: 'grey-relational', n: rows.length, deltaMin, deltaMax, coefficients, grades, ranks: ranksFromBest(grades), method };
}

interface Scaled {
  readonly rows: readonly (readonly number[])[];
  readonly target: readonly number[] | null;
}

function scaled(decision: DecisionMatrix, normalisation: GreyNormalisation, reference: readonly number[] | null): Scaled {
  if (normalisation !== 'min-max') {
    const bySequence = (row: readonly number[]) => row.map((value) => value / unitOf(row, normalisation));
    return { rows: decision.matrix.map(bySequence), target: reference === null ? null : bySequence(reference) };
  }
  if (reference === null) return { rows: minMaxScale(decision).values, target: null };
  const { values } = minMaxScale({ ...decision, matrix: [...decision.matrix, reference] });
  return { rows: values.slice(0, -1), target: values.at(-1) ?? null };
}

function unitOf(row: readonly number[], normalisation: 'mean' | 'initial'): number {
  const unit = normalisation === 'initial' ? row[0]! : row.reduce((sum, value) => sum + value, 0) / row.length;
  if (unit === 0) throw new RangeError(`a sequence cannot be divided by its ${normalisation} value 0`);
  return unit;
}

function requireDistinguishing(rho: number): void {
  if (!(rho > 0 && rho <= 1)) throw new RangeError(`ρ lies above 0 and not above 1: ${rho}`);
}
