import { addMonths, type ScorePeriod } from '../evaluation/index.ts';

type Months = Pick<ScorePeriod, 'firstMonth' | 'lastMonth'>;

/** Twelve months up to the end of the period, or up to this month while the period goes on. */
export function trendMonths({ firstMonth, lastMonth }: Months, thisMonth: string): Months {
  const last = lastMonth > thisMonth && firstMonth <= thisMonth ? thisMonth : lastMonth;
  return { firstMonth: addMonths(last, -11), lastMonth: last };
}
