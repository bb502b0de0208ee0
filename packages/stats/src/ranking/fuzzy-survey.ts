import { insufficient, isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';
import { normaliseWeights } from './decision-matrix.ts';
import { fuzzyEvaluation, type FuzzyEvaluation, type FuzzyOperator } from './fuzzy-evaluation.ts';

/** One dimension of a survey: per item the satisfaction answers and the importance answers. */
export interface FuzzyDimension {
  readonly name: string;
  readonly satisfaction: readonly (readonly number[])[];
  readonly importance: readonly (readonly number[])[];
}

/** The verdict on one dimension, from the answers to its items. */
export interface FuzzyDimensionVerdict {
  readonly name: string;
  /** mean importance of the items, normalised */
  readonly weights: readonly number[];
  /** share of answers per grade, one row per item */
  readonly relation: readonly (readonly number[])[];
  readonly membership: readonly number[];
}

/** A fuzzy verdict of two levels: items make dimensions, dimensions the whole. */
export interface FuzzySurvey {
  readonly kind: 'fuzzy-survey';
  /** answers to the item answered least */
  readonly n: number;
  readonly dimensions: readonly FuzzyDimensionVerdict[];
  /** mean importance of the dimensions, normalised */
  readonly weights: readonly number[];
  readonly overall: FuzzyEvaluation;
}

/**
 * Shares of answers per grade. No answer: an empty list of shares. Throws RangeError for an answer that is no grade.
 * @example gradeShares([1, 2, 2, 3], [1, 2, 3]) // [0.25, 0.5, 0.25]
 */
export function gradeShares(answers: readonly number[], grades: readonly number[]): number[] {
  const stray = answers.find((answer) => !grades.includes(answer));
  if (stray !== undefined) throw new RangeError(`${stray} is no grade`);
  if (answers.length === 0) return [];
  return grades.map((grade) => answers.filter((answer) => answer === grade).length / answers.length);
}

/**
 * Fuzzy comprehensive evaluation of a survey on two levels: memberships are the shares of answers per grade, weights the mean importances.
 * `grades` are the answers of the scale and also their scores. An item without an answer: insufficient; no membership left by the
 * operator: undetermined. Throws RangeError for an answer that is no grade, or items whose satisfaction and importance differ in number.
 * @example fuzzySurvey([{ name: 'speed', satisfaction: [[1, 2], [2, 2]], importance: [[4, 4], [6, 6]] }], { grades: [1, 2] }) // { n: 2, dimensions: [{ weights: [0.4, 0.6], membership: [0.2, 0.8] }], overall: { grade: 1, score: 1.8 } }
 */
export function fuzzySurvey(
  dimensions: readonly FuzzyDimension[],
  { grades, operator = 'weighted-sum' }: { readonly grades: readonly number[]; readonly operator?: FuzzyOperator },
): Outcome<FuzzySurvey> {
  const items = dimensions.flatMap(({ satisfaction, importance }) => [...satisfaction, ...importance]);
  const n = items.length === 0 ? 0 : Math.min(...items.map((answers) => answers.length));
  if (n === 0) return insufficient(0, 1);
  const verdicts: FuzzyDimensionVerdict[] = [];
  for (const dimension of dimensions) {
    const relation = dimension.satisfaction.map((answers) => gradeShares(answers, grades));
    const weights = normaliseWeights(dimension.importance.map(meanOf));
    const verdict = fuzzyEvaluation(weights, relation, { operator });
    if (!isDetermined(verdict)) return undetermined(n, verdict.reason);
    verdicts.push({ name: dimension.name, weights, relation, membership: verdict.membership });
  }
  const weights = normaliseWeights(dimensions.map(({ importance }) => meanOf(importance.map(meanOf))));
  const overall = fuzzyEvaluation(
    weights,
    verdicts.map(({ membership }) => membership),
    { operator, scores: grades },
  );
  return isDetermined(overall) ? { kind: 'fuzzy-survey', n, dimensions: verdicts, weights, overall } : undetermined(n, overall.reason);
}

function meanOf(values: readonly number[]): number {
  requireFinite(values, 'answers');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
