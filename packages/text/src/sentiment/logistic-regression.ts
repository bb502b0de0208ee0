import { seededRandom } from '@zhiheng/stats/random';
import type { LabelledRows } from './log-count-ratio.ts';

/** How a row becomes numbers, and how strongly the weights are held near zero. */
export interface LogisticOptions {
  /** value of each feature where it is present */
  readonly values: Float64Array;
  /** factor of each row */
  readonly scales: Float64Array;
  /** what is known of each row beforehand, added to its judgement; nothing without it */
  readonly offsets?: Float64Array;
  /** value of the feature that every row has besides, which carries the intercept; 1, and 0 for no intercept */
  readonly constant?: number;
  /** cost of a wrong row against the squared length of the weights; larger fits closer */
  readonly cost: number;
}

/** A linear judgement: the sum over a row's features of `weights`, times the row's scale, plus `intercept`. */
export interface LinearModel {
  readonly weights: Float64Array;
  readonly intercept: number;
}

const rounds = 40;
const tolerance = 0.02;
const seed = 20_120_714;

/**
 * Logistic regression with weights held near zero (L2), over sparse rows, by coordinate descent on the dual problem: each row has a
 * multiplier between 0 and the cost, which is moved to its optimum while the others stand still; rows are visited in a seeded order until
 * none wants to move, 40 rounds at most. The intercept is the weight of a feature that every row has. Throws RangeError when the cost is
 * not above 0.
 * Source: Yu, Huang, Lin (2011), Dual coordinate descent methods for logistic regression and maximum entropy models, Machine Learning 85,
 * 41–75.
 * @example const rows = { rows: [Int32Array.of(0), Int32Array.of(1)], columns: 2, positive: [true, false] };
 * logisticRegression(rows, { values: Float64Array.of(1, 1), scales: Float64Array.of(1, 1), cost: 1 }).weights // { 0: 0.40…, 1: -0.40… }
 */
export function logisticRegression(data: LabelledRows, options: LogisticOptions): LinearModel {
  if (!(options.cost > 0)) throw new RangeError('the cost lies above 0');
  const descent = new Descent(data, options);
  const random = seededRandom(seed);
  const order = Int32Array.from(data.rows.keys());
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    let furthest = 0;
    for (const row of order) furthest = Math.max(furthest, descent.visit(row));
    if (furthest < tolerance) break;
  }
  return descent.model();
}

/** Fisher and Yates. */
function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

class Descent {
  readonly #data: LabelledRows;
  readonly #options: LogisticOptions;
  readonly #constant: number;
  /** weights on features times their values, and on the constant */
  readonly #weights: Float64Array;
  #intercept = 0;
  readonly #multipliers: Float64Array;
  readonly #lengths: Float64Array;

  constructor(data: LabelledRows, options: LogisticOptions) {
    this.#data = data;
    this.#options = options;
    this.#constant = options.constant ?? 1;
    this.#weights = new Float64Array(data.columns);
    const start = Math.min(1e-3 * options.cost, 1e-8);
    this.#multipliers = new Float64Array(data.rows.length).fill(start);
    this.#lengths = Float64Array.from(
      data.rows,
      (row, i) => this.#constant ** 2 + options.scales[i]! ** 2 * squaredLength(row, options.values),
    );
    for (const row of data.rows.keys()) this.#move(row, start);
  }

  /** Moves the multiplier of one row to its optimum; returns how steep the way was before. */
  visit(row: number): number {
    const { cost } = this.#options;
    const margin = this.#margin(row);
    const before = this.#multipliers[row]!;
    const after = bestMultiplier({ before, margin, length: this.#lengths[row]!, cost });
    this.#multipliers[row] = after;
    this.#move(row, after - before);
    return Math.abs(margin + Math.log(before / (cost - before)));
  }

  model(): LinearModel {
    const { values } = this.#options;
    return { weights: this.#weights.map((weight, column) => weight * values[column]!), intercept: this.#intercept };
  }

  #margin(row: number): number {
    const { values, scales, offsets } = this.#options;
    let sum = 0;
    for (const column of this.#data.rows[row]!) sum += this.#weights[column]! * values[column]!;
    return this.#sign(row) * (sum * scales[row]! + this.#intercept + (offsets?.[row] ?? 0));
  }

  #move(row: number, change: number): void {
    const { values, scales } = this.#options;
    const signed = change * this.#sign(row);
    for (const column of this.#data.rows[row]!) this.#weights[column]! += signed * scales[row]! * values[column]!;
    this.#intercept += signed * this.#constant ** 2;
  }

  #sign(row: number): 1 | -1 {
    return this.#data.positive[row]! ? 1 : -1;
  }
}

function squaredLength(row: Int32Array, values: Float64Array): number {
  let sum = 0;
  for (const column of row) sum += values[column]! ** 2;
  return sum;
}

interface OneMultiplier {
  readonly before: number;
  /** signed judgement of the row with the weights as they are */
  readonly margin: number;
  /** squared length of the row */
  readonly length: number;
  readonly cost: number;
}

/** The root of length·(z − before) + margin + ln(z / (cost − z)) between 0 and cost, by Newton's method kept inside. */
function bestMultiplier({ before, margin, length, cost }: OneMultiplier): number {
  let z = before;
  for (let step = 0; step < 50; step++) {
    const slope = length * (z - before) + margin + Math.log(z / (cost - z));
    const next = z - slope / (length + cost / (z * (cost - z)));
    const inside = next <= 0 ? z / 10 : next >= cost ? cost - (cost - z) / 10 : next;
    if (Math.abs(inside - z) <= 1e-12 * cost) return inside;
    z = inside;
  }
  return z;
}
