import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { levelsOf, type Category } from './agreement-table.ts';

/** How far two values are apart: same or not, by rank, by difference, by proportion. */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * How often values meet in the same unit. Every unit of m ratings gives each of its m(m − 1) ordered pairs the weight 1/(m − 1), so the cells
 * add up over any split of the units.
 */
export interface Coincidences {
  /** the values that occur, ascending */
  readonly levels: readonly Category[];
  readonly cells: readonly (readonly number[])[];
}

/** Agreement of any number of raters, with gaps, beyond chance. */
export interface KrippendorffAlpha {
  readonly kind: 'krippendorff-alpha';
  /** ratings that could be paired */
  readonly n: number;
  readonly alpha: number;
  /** mean disagreement within units, and expected from all pairable ratings */
  readonly observed: number;
  readonly expected: number;
  readonly method: { readonly metric: AlphaMetric };
}

/**
 * Coincidences of a table of ratings: rows are units, columns raters, `null` is missing. Units with fewer than two ratings count nothing.
 * @example coincidencesOf([[1, 1, null], [1, 2, 2], [2, null, null]]) // { levels: [1, 2], cells: [[2, 1], [1, 1]] }
 */
export function coincidencesOf(rows: readonly (readonly (Category | null)[])[]): Coincidences {
  const units = rows.map((row) => row.filter((value) => value !== null)).filter((unit) => unit.length > 1);
  const levels = levelsOf(units);
  const place = new Map(levels.map((level, i) => [level, i]));
  const cells = levels.map(() => levels.map(() => 0));
  for (const unit of units) {
    const places = unit.map((value) => place.get(value) ?? 0);
    places.forEach((i, first) => {
      places.forEach((j, second) => {
        if (first !== second) cells[i]![j]! += 1 / (unit.length - 1);
      });
    });
  }
  return { levels, cells };
}

/**
 * Coincidences of two samples of units together.
 * @example addCoincidences({ levels: [1], cells: [[2]] }, { levels: [1, 2], cells: [[0, 1], [1, 0]] }) // { levels: [1, 2], cells: [[2, 1], [1, 0]] }
 */
export function addCoincidences(a: Coincidences, b: Coincidences): Coincidences {
  const levels = levelsOf([a.levels, b.levels]);
  const cellOf = (part: Coincidences, row: Category, column: Category): number =>
    part.cells[part.levels.indexOf(row)]?.[part.levels.indexOf(column)] ?? 0;
  return { levels, cells: levels.map((row) => levels.map((column) => cellOf(a, row, column) + cellOf(b, row, column))) };
}

/**
 * Krippendorff's α = 1 − observed / expected disagreement. No unit with two ratings: insufficient; only one value ever given:
 * undetermined. Throws RangeError for names under a metric that needs numbers ('interval', 'ratio') or negative values under 'ratio'.
 * 'ordinal' takes the order of `levels`. Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania;
 * Hayes and Krippendorff (2007), Communication Methods and Measures 1, 77–89.
 * @example krippendorffAlpha(coincidencesOf([[1, 1], [2, 2], [1, 2], [3, 3]]), 'nominal') // { alpha: 0.6666…, n: 8 }
 */
export function krippendorffAlpha({ levels, cells }: Coincidences, metric: AlphaMetric): Outcome<KrippendorffAlpha> {
  const totals = cells.map((row) => row.reduce((sum, cell) => sum + cell, 0));
  const n = totals.reduce((sum, total) => sum + total, 0);
  if (n === 0) return insufficient(0, 2);
  const distance = disagreementOf({ levels, cells }, metric);
  const observed = sumOver(levels.length, (i, j) => cells[i]![j]! * distance(i, j)) / n;
  const expected = sumOver(levels.length, (i, j) => totals[i]! * totals[j]! * distance(i, j)) / (n * (n - 1));
  if (expected === 0) return undetermined(n, 'constant');
  return { kind: 'krippendorff-alpha', n: Math.round(n), alpha: 1 - observed / expected, observed, expected, method: { metric } };
}

/**
 * How far the i-th and the j-th level are apart, squared, as a metric sees it. Throws RangeError for names under a metric that needs numbers.
 * @example disagreementOf(coincidencesOf([[1, 4], [2, 2]]), 'interval')(0, 2) // 9
 */
export function disagreementOf({ levels, cells }: Coincidences, metric: AlphaMetric): (i: number, j: number) => number {
  if (metric === 'nominal') return (i, j) => (i === j ? 0 : 1);
  const totals = cells.map((row) => row.reduce((sum, cell) => sum + cell, 0));
  if (metric === 'ordinal') return (i, j) => (i === j ? 0 : ordinalDistance(totals, Math.min(i, j), Math.max(i, j)));
  const numbers = levels.map((level) => numberOf(level, metric));
  if (metric === 'interval') return (i, j) => (numbers[i]! - numbers[j]!) ** 2;
  return (i, j) => (i === j ? 0 : ((numbers[i]! - numbers[j]!) / (numbers[i]! + numbers[j]!)) ** 2);
}

/** Ratings between two levels, each end counted half, squared. */
function ordinalDistance(totals: readonly number[], low: number, high: number): number {
  const between = totals.slice(low, high + 1).reduce((sum, total) => sum + total, 0);
  return (between - (totals[low]! + totals[high]!) / 2) ** 2;
}

function numberOf(level: Category, metric: AlphaMetric): number {
  if (typeof level !== 'number') throw new RangeError(`the metric ${metric} needs numbers: ${level}`);
  if (metric === 'ratio' && level < 0) throw new RangeError(`the metric ratio needs values from 0 on: ${level}`);
  return level;
}

function sumOver(size: number, cell: (i: number, j: number) => number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) sum += cell(i, j);
  return sum;
}
