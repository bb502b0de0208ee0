import type { SliceBy } from '@zhiheng/contract/evaluation/scores';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import { scoreSettings, type ScoreSettings } from '@zhiheng/contract/measurement/indicator';
import type { Operation } from '../../platform/operation.ts';
import { readSums } from '../measurement/index.ts';
import { Figures } from './figures.rules.ts';
import type { Evaluation } from './load-evaluation.ts';
import { needsOf } from './needs.rules.ts';
import { dayStart, daysOf, lastDayOf, monthsOf, monthStart, spanOf, type ScorePeriod } from './period.rules.ts';
import { BucketSums } from './sums.rules.ts';

type Months = Pick<ScorePeriod, 'firstMonth' | 'lastMonth'>;

interface FiguresQuery {
  /** indicators whose figures are wanted; what their formulas read comes along */
  readonly codes: readonly string[];
  readonly months: Months;
  readonly filter: SubjectFilter;
  readonly by?: SliceBy;
  /** indicators whose distribution is shown, whatever their aggregate */
  readonly distributionOf?: readonly string[];
  /** the months as one sum: cheaper, when only figures of the whole stretch are wanted */
  readonly asOne?: boolean;
}

/** Figures of any stretch of the months that were read, of one slice or of everything. */
export interface MonthlyFigures {
  readonly slices: readonly string[];
  figures(months: Months, slice?: string): Figures;
}

/** Reads month by month once, so that a period, the one before and the trend come from the same rows. */
export async function loadMonths(operation: Operation, evaluation: Evaluation, query: FiguresQuery): Promise<MonthlyFigures> {
  const { timeZone, library } = evaluation;
  const sums = await loadBuckets(operation, evaluation, { ...query, grain: 'month' });
  const settings = settingsOf(evaluation);
  return {
    slices: sums.slices,
    figures(months, slice) {
      const starts = monthsOf(months).map((month) => monthStart(month, timeZone));
      return new Figures(library, { sumsOf: sums.over(starts, slice ?? null), lastDay: lastDayOf(months.lastMonth), settings });
    },
  };
}

/** The figures of each day of some months. */
export async function loadDays(
  operation: Operation,
  evaluation: Evaluation,
  query: FiguresQuery,
): Promise<{ day: string; figures: Figures }[]> {
  const { timeZone, library } = evaluation;
  const sums = await loadBuckets(operation, evaluation, { ...query, grain: 'day' });
  const settings = settingsOf(evaluation);
  return daysOf(query.months).map((day) => {
    const sumsOf = sums.over([dayStart(day, timeZone)], null);
    return { day, figures: new Figures(library, { sumsOf, lastDay: day, settings }) };
  });
}

/** Stretches of whole days, each by its first and last day. */
export interface Stretch {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The figures of any stretch of days within the months that were read, of one slice or of everything. */
export async function loadStretches(
  operation: Operation,
  evaluation: Evaluation,
  query: FiguresQuery,
): Promise<{ readonly slices: readonly string[]; figures(stretch: Stretch, slice?: string): Figures }> {
  const { timeZone, library } = evaluation;
  const sums = await loadBuckets(operation, evaluation, { ...query, grain: 'day' });
  const settings = settingsOf(evaluation);
  const days = daysOf(query.months);
  return {
    slices: sums.slices,
    figures({ firstDay, lastDay }, slice) {
      const within = days.filter((day) => day >= firstDay && day <= lastDay).map((day) => dayStart(day, timeZone));
      return new Figures(library, { sumsOf: sums.over(within, slice ?? null), lastDay, settings });
    },
  };
}

async function loadBuckets(
  operation: Operation,
  evaluation: Evaluation,
  query: FiguresQuery & { grain: 'day' | 'month' },
): Promise<BucketSums> {
  const { filter, by, grain } = query;
  const span = spanOf(query.months, evaluation.timeZone);
  const needs = needsOf(evaluation.library, query.codes, query.distributionOf);
  const rows = await readSums(operation, {
    ...needs,
    ...span,
    grain,
    filter,
    ...(by === undefined ? {} : { by }),
    perBucket: query.asOne !== true,
  });
  return new BucketSums(rows);
}

/** Without a scorecard, the settings out of the box. */
const settingsOf = ({ card }: Evaluation): ScoreSettings => card?.settings ?? scoreSettings.parse({});
