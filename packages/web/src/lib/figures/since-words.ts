import { grainOf, type PeriodGrain } from './period.ts';
import { m } from '../../paraglide/messages.js';

const words: Readonly<Record<PeriodGrain, () => string>> = {
  month: m.board_vs_previous_month,
  quarter: m.board_vs_previous_quarter,
  year: m.board_vs_previous_year,
};

/** With what a figure of this period is compared. */
export const sinceWords = (period: string): string => words[grainOf(period)]();
