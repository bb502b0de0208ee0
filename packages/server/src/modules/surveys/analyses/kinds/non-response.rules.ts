import { answerRates } from './answer-rates.rules.ts';
import { weightedMean } from '@zhiheng/stats/intervals';
import { isDetermined } from '@zhiheng/stats/result';
import { rakingWeights, type Raking } from '@zhiheng/stats/survey';
import type { AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResult, AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Figure } from '@zhiheng/contract/surveys/figure';
import { figureMaker } from '../../results/figure.rules.ts';
import { axisOf, type Axis, type PlaceNames } from '../axis.rules.ts';
import type { Steps } from '../run-steps.ts';
import type { Sample, SampleRow } from '../sample.rules.ts';
import { measuredValues, type MeasuredValue } from './measured-values.rules.ts';
import type { CustomerBase } from '../read-customer-base.ts';
import { noResult } from './outcome.rules.ts';

type Result = AnalysisResultOf<'non-response'>;
type Request = AnalysisRequestOf<'non-response'>;

interface Margin {
  readonly axis: Axis;
  /** positions of the levels that are weighted by */
  readonly levels: readonly number[];
  /** wanted parts, one per level of those */
  readonly wanted: readonly number[];
  readonly hidden: Result['hidden'];
}

interface Surroundings {
  readonly places: PlaceNames;
  readonly base: CustomerBase;
}

/** Who answered beside who was asked, and what the figures would be if all had answered equally often. */
export function* nonResponse(sample: Sample, { margins }: Request, { places, base }: Surroundings): Steps<AnalysisResult> {
  const { minimum, form } = sample;
  if (sample.rows.length < minimum) return { kind: 'insufficient', n: sample.rows.length, needed: minimum };
  const found = margins.map(({ axis, shares }) =>
    marginOf(sample, axisOf(axis, form, places), shares === 'customers' ? base.segments : shares),
  );
  const placed = placeAll(sample, found);
  if (placed.length < Math.max(minimum, 2) || found.some(({ levels }) => levels.length === 0))
    return { kind: 'insufficient', n: placed.length, needed: Math.max(minimum, 2) };
  yield 0.3;
  const cells = cellsOf(placed.map(({ levels }) => levels));
  const raked = rakingWeights(
    cells.map(({ levels, n }) => ({ levels, n })),
    found.map(({ wanted }) => wanted),
  );
  if (!isDetermined(raked))
    return noResult(
      raked,
      found.map(({ axis }) => axis.named),
    );
  yield 0.7;
  const byCell = new Map(cells.map(({ levels }, i) => [levels.join(), raked.weights[i] ?? 1]));
  const weighted = placed.map((person) => ({ ...person, weight: byCell.get(person.levels.join()) ?? 1 }));
  return {
    kind: 'non-response',
    n: placed.length,
    ...answerRates(base.asked, places.segment, minimum),
    margins: found.map((margin, at) =>
      toldMargin(
        margin,
        weighted.map(({ levels, weight }) => ({ level: levels[at] ?? -1, weight })),
      ),
    ),
    hidden: found.flatMap(({ hidden }) => hidden),
    unplaced: sample.rows.length - placed.length,
    ...{ effectiveN: raked.effectiveN, designEffect: raked.designEffect },
    weights: rangeOf(raked),
    figures: measuredValues(form).map((value) => figuresOf(value, weighted, minimum)),
  };
}

/** Answers with their level in every margin; those that have none in one are left out. */
const placeAll = (
  { rows }: Sample,
  margins: readonly Margin[],
): readonly { readonly row: SampleRow; readonly levels: readonly number[] }[] =>
  rows.flatMap((row) => {
    const levels = margins.map(({ axis, levels: own }) => own.indexOf(axis.levelOf(row)));
    return levels.includes(-1) ? [] : [{ row, levels }];
  });

const rangeOf = ({ weights }: Raking): Result['weights'] => ({ smallest: Math.min(...weights), largest: Math.max(...weights) });

/** Levels that are wanted and have enough answers; those that are wanted and have few are named and left out. */
function marginOf({ rows, minimum }: Sample, axis: Axis, shares: Readonly<Record<string, number>>): Margin {
  const counts = axis.levels.map((_, level) => rows.filter((row) => axis.levelOf(row) === level).length);
  const shareOf = (level: number): number => {
    const key = axis.levels[level]?.key ?? '';
    return Object.hasOwn(shares, key) ? (shares[key] ?? 0) : 0;
  };
  const wanted = [...axis.levels.keys()].filter((level) => shareOf(level) > 0);
  const levels = wanted.filter((level) => (counts[level] ?? 0) >= minimum);
  const few = wanted.filter((level) => (counts[level] ?? 0) < minimum);
  return {
    axis,
    levels,
    wanted: levels.map(shareOf),
    hidden: few.flatMap((level) =>
      axis.levels.slice(level, level + 1).map((own) => ({ axis: axis.named, level: own, n: counts[level] ?? 0 })),
    ),
  };
}

interface Cell {
  readonly levels: readonly number[];
  n: number;
}

function cellsOf(people: readonly (readonly number[])[]): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const levels of people) {
    const known = cells.get(levels.join());
    if (known === undefined) cells.set(levels.join(), { levels, n: 1 });
    else known.n += 1;
  }
  return [...cells.values()];
}

function toldMargin(
  { axis, levels, wanted }: Margin,
  people: readonly { readonly level: number; readonly weight: number }[],
): Result['margins'][number] {
  const total = wanted.reduce((sum, each) => sum + each, 0);
  return {
    axis: axis.named,
    levels: levels.flatMap((level, at) => {
      const own = people.filter((person) => person.level === at);
      const weight = own.reduce((sum, person) => sum + person.weight, 0) / own.length;
      const shown = { n: own.length, share: own.length / people.length, wanted: (wanted[at] ?? 0) / total, weight };
      return axis.levels.slice(level, level + 1).map((named) => ({ ...named, ...shown }));
    }),
  };
}

function figuresOf(
  { valueOf, measure, name, unit }: MeasuredValue,
  people: readonly { readonly row: SampleRow; readonly weight: number }[],
  minimum: number,
): Result['figures'][number] {
  const known = people.flatMap(({ row, weight }) => {
    const value = valueOf(row);
    return value === null ? [] : [{ value, weight }];
  });
  const values = known.map(({ value }) => value);
  const figure = (weights: readonly number[]): Figure => {
    const found = weightedMean(values, weights);
    const make = figureMaker(minimum);
    return isDetermined(found) ? make.of({ n: found.n, value: found.mean, interval: found.interval }) : make.none(found);
  };
  return { measure, name, unit, unweighted: figure(values.map(() => 1)), weighted: figure(known.map(({ weight }) => weight)) };
}
