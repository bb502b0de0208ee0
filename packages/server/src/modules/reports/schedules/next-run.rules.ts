import { Temporal } from 'temporal-polyfill';
import { addMonths, dayOf } from '../../evaluation/index.ts';

export interface Monthly {
  readonly day: number;
  readonly hour: number;
}

/**
 * The first run after an instant: on the day of the month at the full hour of the zone; in a shorter month on its last day. An hour that a change
 * of the clock leaves out is taken an hour later.
 * @example nextRun(new Date('2026-02-10T00:00Z'), { day: 31, hour: 8 }, 'Asia/Shanghai') // 2026-02-28T00:00Z
 */
export function nextRun(after: Date, monthly: Monthly, zone: string): Date {
  const month = dayOf(after, zone).slice(0, 7);
  const own = runOf(month, monthly, zone);
  return own.getTime() > after.getTime() ? own : runOf(addMonths(month, 1), monthly, zone);
}

function runOf(month: string, { day, hour }: Monthly, zone: string): Date {
  const date = Temporal.PlainYearMonth.from(month).toPlainDate({ day });
  return new Date(date.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds);
}

/** What a run makes: the month it belongs to, and the month before, of which it tells. */
export function slotOf(run: Date, zone: string): { readonly slot: string; readonly period: string } {
  const slot = dayOf(run, zone).slice(0, 7);
  return { slot, period: addMonths(slot, -1) };
}
