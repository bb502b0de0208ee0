import type { MeasureOf } from '../definition/index.ts';
import { numberAt, type Answers } from './answers.ts';
import { meanOf, weightedMean } from './mean-of.ts';

/** A value of one dimension, or with null of all of them. */
interface PartScore {
  readonly part: string | null;
  readonly value: number;
}

type Gaps = Pick<MeasureOf<'servqual'>, 'question' | 'dimensions' | 'points'>;
type Performances = Pick<MeasureOf<'servperf'>, 'question' | 'dimensions'>;

/**
 * SERVQUAL of one person: perception minus expectation, the mean over the rows of each dimension where both were answered, then the whole:
 * by the points that were given to the dimensions, or without a points question each dimension counted once. Without any row there is nothing;
 * where points are asked and none was given there is no whole.
 * @example gapScores({ question: 'q', dimensions: [{ key: 'd', rows: ['a', 'b'] }] }, { 'q.a.e': 7, 'q.a.p': 5, 'q.b.e': 6, 'q.b.p': 6 }) // [{ part: 'd', value: -1 }, { part: null, value: -1 }]
 */
export function gapScores({ question, dimensions, points }: Gaps, answers: Answers): readonly PartScore[] {
  const gapOf = (row: string): number | null => {
    const expectation = numberAt(answers, `${question}.${row}.e`);
    const perception = numberAt(answers, `${question}.${row}.p`);
    return expectation === null || perception === null ? null : perception - expectation;
  };
  const parts = dimensionMeans(dimensions, gapOf);
  const weightOf = (dimension: string): number => (points === undefined ? 1 : (numberAt(answers, `${points}.${dimension}`) ?? 0));
  return withWhole(parts, weightedMean(parts.map(({ part, value }) => ({ weight: weightOf(part), value }))));
}

/**
 * SERVPERF of one person: mean perception of each dimension, then of all rows, each counted once. Without any row there is nothing.
 * @example performanceScores({ question: 'q', dimensions: [{ key: 'd', rows: ['a', 'b'] }, { key: 'e', rows: ['c'] }] }, { 'q.a': 5, 'q.b': 7, 'q.c': 3 }) // [{ part: 'd', value: 6 }, { part: 'e', value: 3 }, { part: null, value: 5 }]
 */
export function performanceScores({ question, dimensions }: Performances, answers: Answers): readonly PartScore[] {
  const valueOf = (row: string): number | null => numberAt(answers, `${question}.${row}`);
  const all = dimensions.flatMap(({ rows }) => rows.map(valueOf)).filter((value) => value !== null);
  return withWhole(dimensionMeans(dimensions, valueOf), meanOf(all));
}

type DimensionScore = PartScore & { readonly part: string };

function dimensionMeans(dimensions: Performances['dimensions'], valueOf: (row: string) => number | null): readonly DimensionScore[] {
  return dimensions.flatMap(({ key, rows }) => {
    const value = meanOf(rows.map(valueOf).filter((each) => each !== null));
    return value === null ? [] : [{ part: key, value }];
  });
}

const withWhole = (parts: readonly PartScore[], whole: number | null): readonly PartScore[] =>
  whole === null ? parts : [...parts, { part: null, value: whole }];
