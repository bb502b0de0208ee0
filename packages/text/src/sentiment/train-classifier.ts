import { logCountRatio } from './log-count-ratio.ts';
import { logisticRegression } from './logistic-regression.ts';

/** Rows of features (as `featuresOf` gives them) with their answers. */
export interface TrainingRows {
  readonly rows: readonly Int32Array[];
  readonly positive: readonly boolean[];
}

/** How the classifier is trained. */
export interface TrainingOptions {
  /** rows that must hold a feature; 3 */
  readonly minimum?: number;
  /** cost of a wrong row; 3 */
  readonly cost?: number;
  /** added to every count of the log-count ratio; 1 */
  readonly smoothing?: number;
}

/** A weight per feature; a text's score is their sum over the square root of the number of its features, plus the intercept. */
export interface Classifier {
  readonly weights: ReadonlyMap<number, number>;
  readonly intercept: number;
}

/**
 * Trains a classifier: each feature is weighed by its log-count ratio, and logistic regression finds what each is worth beside the others
 * (the NBSVM of Wang and Manning, with logistic loss). Rows are scaled by the square root of their number of features, so that long texts
 * do not outweigh short ones. Throws RangeError when rows and answers differ in number, or only one answer occurs.
 * Source: Wang, Manning (2012), Baselines and bigrams, ACL 2012, 90–94.
 * @example const rows = ['很好', '真好', '很差', '真差'].map(featuresOf);
 * const classifier = trainClassifier({ rows, positive: [true, true, false, false] }, { minimum: 1 });
 * scoreOf(classifier, featuresOf('好')) > 0 // true
 */
export function trainClassifier({ rows, positive }: TrainingRows, options: TrainingOptions = {}): Classifier {
  const { minimum = 3, cost = 3, smoothing = 1 } = options;
  if (rows.length !== positive.length) throw new RangeError('each row needs an answer');
  if (!positive.includes(true) || !positive.includes(false)) throw new RangeError('both answers are needed');
  const columns = columnsOf(rows, minimum);
  const data = { rows: rows.map((row) => inColumns(row, columns)), columns: columns.size, positive };
  const values = logCountRatio(data, smoothing);
  const { weights, intercept } = logisticRegression(data, { values, scales: Float64Array.from(rows, scaleOf), cost });
  return { weights: new Map([...columns].map(([feature, column]) => [feature, weights[column]!])), intercept };
}

/** A column for each feature that enough rows hold. */
function columnsOf(rows: readonly Int32Array[], minimum: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) for (const feature of row) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const columns = new Map<number, number>();
  for (const [feature, count] of counts) if (count >= minimum) columns.set(feature, columns.size);
  return columns;
}

function inColumns(row: Int32Array, columns: ReadonlyMap<number, number>): Int32Array {
  return Int32Array.from([...row].map((feature) => columns.get(feature)).filter((column) => column !== undefined));
}

/**
 * The factor of a row: one over the square root of the number of its features, known ones and unknown; 0 for a row without any.
 * @example scaleOf(Int32Array.of(1, 2, 3, 4)) // 0.5
 */
export function scaleOf(row: Int32Array): number {
  return row.length === 0 ? 0 : 1 / Math.sqrt(row.length);
}

/**
 * The score of a row: above 0 positive. Without a feature that was trained on, the intercept.
 * @example scoreOf({ weights: new Map([[7, 2]]), intercept: -0.5 }, Int32Array.of(7, 9, 11, 13)) // 0.5
 */
export function scoreOf({ weights, intercept }: Classifier, row: Int32Array): number {
  let sum = 0;
  for (const feature of row) sum += weights.get(feature) ?? 0;
  return sum * scaleOf(row) + intercept;
}

/**
 * Scores of rows by classifiers that were trained without them: each fold is judged by one trained on the others. `folds` numbers the fold
 * of each row from 0.
 * @example const rows = ['很好', '很差', '真好', '真差'].map(featuresOf);
 * outOfFoldScores({ rows, positive: [true, false, true, false] }, [0, 0, 1, 1], { minimum: 1 }).map((score) => score > 0) // [true, false, true, false]
 */
export function outOfFoldScores({ rows, positive }: TrainingRows, folds: readonly number[], options: TrainingOptions = {}): number[] {
  const scores = Array<number>(rows.length).fill(0);
  for (const fold of new Set(folds)) {
    const others = [...rows.keys()].filter((i) => folds[i] !== fold);
    const classifier = trainClassifier({ rows: others.map((i) => rows[i]!), positive: others.map((i) => positive[i]!) }, options);
    for (const [i, row] of rows.entries()) if (folds[i] === fold) scores[i] = scoreOf(classifier, row);
  }
  return scores;
}
