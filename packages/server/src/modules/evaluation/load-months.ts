import type { SliceBy } from '@zhiheng/contract/evaluation/scores';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import { scoreSettings } from '@zhiheng/contract/measurement/indicator';
import type { Operation } from '../../platform/operation.ts';
import { readSums } from '../measurement/index.ts';
import { Figures } from './figures.rules.ts';
import type { Evaluation } from './load-evaluation.ts';
import { needsOf } from './needs.rules.ts';
import { lastDayOf, monthsOf, monthStart, spanOf, type ScorePeriod } from './period.rules.ts';
import { MonthlySums } from './sums.rules.ts';

type Months = Pick<ScorePeriod, 'firstMonth' | 'lastMonth'>;

interface MonthsQuery {
  /** indicators whose figures are wanted; what their formulas read comes along */
  readonly codes: readonly string[];
  readonly months: Months;
  readonly filter: SubjectFilter;
  readonly by?: SliceBy;
  /** the months as one sum: cheaper, when only figures of the whole stretch are wanted */
  readonly asOne?: boolean;
}

/** Figures of any stretch of the months that were read, of one slice or of everything. */
export interface MonthlyFigures {
  readonly slices: readonly string[];
  figures(months: Months, slice?: string): Figures;
}

/** Reads month by month once, so that a period, the one before and the trend come from the same rows. */
export async function loadMonths(operation: Operation, evaluation: Evaluation, query: MonthsQuery): Promise<MonthlyFigures> {
  const { timeZone, library, card } = evaluation;
  const { from, to } = spanOf(query.months, timeZone);
  const needs = needsOf(library, query.codes);
  const by = query.by === undefined ? {} : { by: query.by };
  const sums = new MonthlySums(
    await readSums(operation, { ...needs, ...by, grain: 'month', from, to, filter: query.filter, perBucket: query.asOne !== true }),
  );
  const settings = card?.settings ?? scoreSettings.parse({});
  return {
    slices: sums.slices,
    figures(months, slice) {
      const starts = monthsOf(months).map((month) => monthStart(month, timeZone));
      return new Figures(library, { sumsOf: sums.over(starts, slice ?? null), lastDay: lastDayOf(months.lastMonth), settings });
    },
  };
}
