import { greyRelational } from '@zhiheng/stats/ranking';
import { seededRandom, type Random } from '@zhiheng/stats/random';
import { percentileInterval } from '@zhiheng/stats/intervals';
import type { AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResult, AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import { axisOf, type PlaceNames } from '../axis.rules.ts';
import type { Steps } from '../run-steps.ts';
import { completePeople, namedFields, type Complete, type Named, type Sample } from '../sample.rules.ts';

type Request = AnalysisRequestOf<'grey'>;
type Result = AnalysisResultOf<'grey'>;

/** Two points are no curve. */
const fewestLevels = 3;

/**
 * How alike the curve of each field runs to that of the outcome, over months or places: grey relational grades of their means, with the interval that drawing
 * the answers of each place again gives.
 */
export function* greyRelations(sample: Sample, request: Request, places: PlaceNames): Steps<AnalysisResult> {
  const [outcome, ...names] = namedFields(sample.form, [request.outcome, ...request.predictors]);
  const people = completePeople(sample, [request.outcome, ...request.predictors]);
  const { over, levels } = levelsOf({ sample, places, request }, people);
  const shown = levels.filter(({ answers }) => answers.length >= sample.minimum);
  const n = shown.reduce((sum, { answers }) => sum + answers.length, 0);
  if (outcome === undefined || people.length < fewestLevels * sample.minimum)
    return { kind: 'insufficient', n: people.length, needed: fewestLevels * sample.minimum };
  if (shown.length < fewestLevels) return { kind: 'undetermined', n, reason: 'few-levels', fields: [over] };
  const own = gradesOf(
    shown.map(({ answers }) => answers),
    request,
  );
  if (own === null) return { kind: 'undetermined', n, reason: 'zero-start', fields: [over] };
  const drawn: (readonly number[])[] = [];
  const random = seededRandom(request.seed);
  for (let tried = 1; tried <= request.resamples; tried++) {
    const grades = gradesOf(
      shown.map(({ answers }) => drawAgain(answers, random)),
      request,
    );
    if (grades !== null) drawn.push(grades);
    yield tried / request.resamples;
  }
  return {
    kind: 'grey',
    ...{ n, resamples: drawn.length, failed: request.resamples - drawn.length, outcome, over },
    ...{ normalisation: request.normalisation, rho: request.rho },
    levels: shown.map(({ level, answers }) => ({ ...level, n: answers.length, outcome: meansOf(answers)[0] ?? 0 })),
    hidden: levels
      .filter(({ answers }) => answers.length > 0 && answers.length < sample.minimum)
      .map(({ level, answers }) => ({ axis: over, level, n: answers.length })),
    factors: factorsOf({ names, own, drawn, n }),
  };
}

interface Level {
  readonly level: Named;
  readonly answers: readonly (readonly number[])[];
}

interface Asked {
  readonly sample: Sample;
  readonly places: PlaceNames;
  readonly request: Request;
}

function levelsOf(
  { sample, places, request }: Asked,
  people: readonly Complete[],
): { readonly over: Named; readonly levels: readonly Level[] } {
  const valuesWhere = (isOf: (each: Complete) => boolean) => people.filter(isOf).map(({ values }) => values);
  if (request.over === 'month') {
    const months = [...new Set(people.map(({ row }) => row.month))].sort();
    return {
      over: { key: 'month', name: { zh: '月份', en: 'Month' } },
      levels: months.map((month) => ({
        level: { key: month, name: { zh: month, en: month } },
        answers: valuesWhere(({ row }) => row.month === month),
      })),
    };
  }
  const axis = axisOf(request.over, sample.form, places);
  return {
    over: axis.named,
    levels: axis.levels.map((level, at) => ({ level, answers: valuesWhere(({ row }) => axis.levelOf(row) === at) })),
  };
}

const meansOf = (answers: readonly (readonly number[])[]): readonly number[] =>
  (answers[0] ?? []).map((_, item) => answers.reduce((sum, values) => sum + (values[item] ?? 0), 0) / answers.length);

/** Grades of the fields, the outcome being the first of the values; null where a curve cannot be divided by its first value or mean, which is 0. */
function gradesOf(levels: readonly (readonly (readonly number[])[])[], { normalisation, rho }: Request): readonly number[] | null {
  const means = levels.map(meansOf);
  const [reference = [], ...matrix] = (means[0] ?? []).map((_, item) => means.map((level) => level[item] ?? 0));
  const isZero = (curve: readonly number[]) => (normalisation === 'initial' ? curve[0] === 0 : curve.every((value) => value === 0));
  if ([reference, ...matrix].some(isZero)) return null;
  const found = greyRelational({ matrix }, { normalisation, reference, rho });
  return found.kind === 'grey-relational' ? found.grades : null;
}

const drawAgain = <T>(answers: readonly T[], random: Random): readonly T[] =>
  answers.map(() => answers[Math.floor(random() * answers.length)]).filter((each) => each !== undefined);

interface Graded {
  readonly names: readonly Named[];
  readonly own: readonly number[];
  readonly drawn: readonly (readonly number[])[];
  readonly n: number;
}

function factorsOf({ names, own, drawn, n }: Graded): Result['factors'] {
  const rankIn = (grades: readonly number[], at: number): number => 1 + grades.filter((grade) => grade > (grades[at] ?? 0)).length;
  const factors = names.map((named, at) => {
    const [low, high] = drawn.length < 2 ? [null, null] : percentileInterval(drawn.map((grades) => grades[at] ?? 0));
    const rank = rankIn(own, at);
    const same = drawn.filter((grades) => rankIn(grades, at) === rank).length;
    return {
      ...named,
      grade: { kind: 'figure' as const, n, value: own[at] ?? 0, low, high },
      ...{ rank, sameRank: drawn.length === 0 ? 0 : same / drawn.length },
    };
  });
  return factors.sort((a, b) => a.rank - b.rank);
}
