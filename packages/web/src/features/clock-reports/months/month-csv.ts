import type { Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import type { Months } from '../reports.query.ts';
import { figureName, inOrder } from './figure-words.ts';
import { monthStateWords } from './month-words.ts';

type Rows = (string | number | null)[][];

/** One line per figure and restatement, with exact values: shares as numbers from 0 to 1, time in seconds. */
export function monthRows({ items, contracts }: Months, format: Format): Rows {
  const head = [m.reports_months_month(), m.reports_months_state(), m.reports_months_figure(), m.reports_months_before()];
  const titles = [...head, m.reports_months_after(), 'n', m.reports_months_reason(), m.reports_months_closed()];
  const lines = items.flatMap(({ month, state, figures, closedAt, restatements }): Rows => {
    const at = closedAt === null ? '' : format.dateTime(closedAt);
    const reported = inOrder(Object.keys(figures)).map((key) => {
      const figure = figures[key];
      return [month, monthStateWords[state](), figureName(key, contracts), '', figure?.value ?? null, figure?.n ?? null, '', at];
    });
    const corrected = restatements.flatMap(({ deltas, reason, at: when }) =>
      inOrder(Object.keys(deltas)).map((key) => {
        const delta = deltas[key];
        const values = [delta?.before?.value ?? null, delta?.after?.value ?? null, delta?.after?.n ?? null];
        return [month, monthStateWords.restated(), figureName(key, contracts), ...values, reason, format.dateTime(when)];
      }),
    );
    return [...reported, ...corrected];
  });
  return [titles, ...lines];
}
