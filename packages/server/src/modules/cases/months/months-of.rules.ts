import type { Interval } from '@zhiheng/sla-clock/calendar';
import { monthInterval, monthOf, type Month } from '@zhiheng/sla-clock/month';

interface NamedMonth extends Interval {
  readonly month: Month;
}

/** The months of a zone that an interval touches, in order. */
export function monthsOf({ from, to, zone }: Interval & { readonly zone: string }): NamedMonth[] {
  const months: NamedMonth[] = [];
  for (let at = from; at < to;) {
    const month = monthOf(at, zone);
    const interval = monthInterval(month, zone);
    months.push({ month, ...interval });
    at = interval.to;
  }
  return months;
}

/** So many months back from the one of an instant, which counts as the first. */
export function firstOfMonths(at: number, zone: string, count: number): number {
  let from = monthInterval(monthOf(at, zone), zone).from;
  for (let back = 1; back < count; back++) from = monthInterval(monthOf(from - 1, zone), zone).from;
  return from;
}
