import { Temporal } from 'temporal-polyfill';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import { scoreSettings } from '@zhiheng/contract/measurement/indicator';
import type { Operation } from '../../platform/operation.ts';
import { readSums } from '../measurement/index.ts';
import { Figures } from './figures.rules.ts';
import type { Evaluation } from './load-evaluation.ts';
import { loadMonths } from './load-figures.ts';
import { needsOf } from './needs.rules.ts';
import { addMonths, dayStart, monthsOf } from './period.rules.ts';
import { BucketSums } from './sums.rules.ts';

interface SeriesQuery {
  readonly code: string;
  readonly filter: SubjectFilter;
  readonly bucket: 'day' | 'week' | 'month';
  /** so many whole buckets */
  readonly points: number;
  /** the day on which the series is read: the bucket that it lies in is not over, and left out */
  readonly today: string;
}

export interface SeriesPoint {
  /** a day, the Monday of a week, or a month */
  readonly bucket: string;
  readonly figures: Figures;
}

/** Figures of an indicator in the last whole days, weeks or months, the oldest first. */
export async function loadSeries(operation: Operation, evaluation: Evaluation, query: SeriesQuery): Promise<SeriesPoint[]> {
  return query.bucket === 'month' ? monthly(operation, evaluation, query) : daily(operation, evaluation, query);
}

async function monthly(operation: Operation, evaluation: Evaluation, query: SeriesQuery): Promise<SeriesPoint[]> {
  const lastMonth = addMonths(query.today.slice(0, 7), -1);
  const months = { firstMonth: addMonths(lastMonth, 1 - query.points), lastMonth };
  const read = await loadMonths(operation, evaluation, { codes: [query.code], filter: query.filter, months });
  return monthsOf(months).map((month) => ({ bucket: month, figures: read.figures({ firstMonth: month, lastMonth: month }) }));
}

async function daily(operation: Operation, evaluation: Evaluation, query: SeriesQuery): Promise<SeriesPoint[]> {
  const { timeZone, library, card } = evaluation;
  const { first, length, end } = stretchOf(query);
  const sums = new BucketSums(
    await readSums(operation, {
      ...needsOf(library, [query.code]),
      ...{ from: dayStart(first.toString(), timeZone), to: dayStart(end.toString(), timeZone) },
      ...{ grain: 'day', filter: query.filter, perBucket: true },
    }),
  );
  const settings = card?.settings ?? scoreSettings.parse({});
  return Array.from({ length: query.points }, (_, at) => {
    const days = Array.from({ length }, (_day, day) => first.add({ days: at * length + day }).toString());
    const starts = days.map((day) => dayStart(day, timeZone));
    return {
      bucket: days[0] ?? first.toString(),
      figures: new Figures(library, { sumsOf: sums.over(starts, null), lastDay: days.at(-1) ?? first.toString(), settings }),
    };
  });
}

/** Weeks begin on Monday. */
function stretchOf({ bucket, points, today }: SeriesQuery) {
  const day = Temporal.PlainDate.from(today);
  const [length, end] = bucket === 'day' ? [1, day] : [7, day.subtract({ days: day.dayOfWeek - 1 })];
  return { length, end, first: end.subtract({ days: length * points }) };
}
