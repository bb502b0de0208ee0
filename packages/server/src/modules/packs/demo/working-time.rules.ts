import { addMonths, dayOf, dayStart, monthsOf, monthStart } from '../../evaluation/index.ts';
import type { Random } from './random.rules.ts';

/** Half past eight to half past five, every day of the week: most services of the packs know no weekend. */
const opens = 8.5 * 3_600_000;
const closes = 17.5 * 3_600_000;
const day = 86_400_000;

/** The working time of one month that has passed already. Instants are epoch milliseconds. */
export interface WorkingMonth {
  /** `2026-11` */
  readonly month: string;
  /** part of the month's working time that has passed, 0..1 */
  readonly passed: number;
  readonly days: readonly { readonly from: number; readonly to: number }[];
}

/** The last twelve full months and the current one as far as it has come, oldest first. */
export function workingMonths(now: Date, timeZone: string): WorkingMonth[] {
  const current = dayOf(now, timeZone).slice(0, 7);
  return monthsOf({ firstMonth: addMonths(current, -12), lastMonth: current }).map((month) => workingMonth(month, now, timeZone));
}

function workingMonth(month: string, now: Date, timeZone: string): WorkingMonth {
  const end = monthStart(addMonths(month, 1), timeZone).getTime();
  const starts: number[] = [];
  for (
    let start = monthStart(month, timeZone).getTime();
    start < end;
    start = dayStart(dayOf(new Date(start + 1.25 * day), timeZone), timeZone).getTime()
  ) {
    starts.push(start);
  }
  const days = starts
    .map((start) => ({ from: start + opens, to: Math.min(start + closes, now.getTime()) }))
    .filter(({ from, to }) => to > from);
  const worked = days.reduce((sum, { from, to }) => sum + to - from, 0);
  return { month, days, passed: worked / (starts.length * (closes - opens)) };
}

/** `count` instants spread over the month's working time, one in each equal part of it, in order. */
export function spreadTimes(random: Random, { days }: WorkingMonth, count: number): number[] {
  const worked = days.reduce((sum, { from, to }) => sum + to - from, 0);
  const times: number[] = [];
  let index = 0;
  let before = 0;
  for (let part = 0; part < count; part++) {
    const position = ((part + random()) / count) * worked;
    for (let span = days[index]; span !== undefined && position - before >= span.to - span.from; span = days[index]) {
      before += span.to - span.from;
      index += 1;
    }
    const span = days[index];
    if (span !== undefined) times.push(Math.floor(span.from + position - before));
  }
  return times;
}
