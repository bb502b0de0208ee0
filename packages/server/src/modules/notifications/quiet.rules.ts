import type { NotificationSettings } from '@zhiheng/contract/notifications/notifications';
import { Temporal } from 'temporal-polyfill';

/** When a person wants to be reached. */
export interface Patience extends Pick<NotificationSettings, 'quiet' | 'gather'> {
  readonly timeZone: string;
  /** when what is gathered for a day goes out */
  readonly hour: number;
}

/** The moment at which something is sent out to a person: now, at the end of quiet hours, or when what is gathered goes. Only mail is gathered. */
export function momentFor(now: Date, patience: Patience, notice: { readonly urgent: boolean; readonly gathered: boolean }): Date {
  const { quiet, gather, timeZone, hour } = patience;
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const isGathered = notice.gathered && !notice.urgent && gather !== 'at-once';
  const then = isGathered ? nextGathering(here, gather, hour) : here;
  const passes = quiet === null || (notice.urgent && quiet.urgentPasses);
  return new Date((passes ? then : afterQuiet(then, quiet)).epochMilliseconds);
}

function nextGathering(here: Temporal.ZonedDateTime, gather: 'hourly' | 'daily', hour: number): Temporal.ZonedDateTime {
  if (gather === 'hourly') return here.round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  const today = here.toPlainDate().toZonedDateTime({ timeZone: here.timeZoneId, plainTime: { hour } });
  if (Temporal.ZonedDateTime.compare(today, here) > 0) return today;
  return here.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: here.timeZoneId, plainTime: { hour } });
}

function afterQuiet(here: Temporal.ZonedDateTime, { from, to }: { from: string; to: string }): Temporal.ZonedDateTime {
  const clock = here.toPlainTime();
  const [begins, ends] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)];
  const isAfter = Temporal.PlainTime.compare(clock, begins) >= 0;
  const isBefore = Temporal.PlainTime.compare(clock, ends) < 0;
  const overMidnight = Temporal.PlainTime.compare(begins, ends) > 0;
  if (!(overMidnight ? isAfter || isBefore : isAfter && isBefore)) return here;
  const day = overMidnight && isAfter ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate();
  return day.toZonedDateTime({ timeZone: here.timeZoneId, plainTime: ends });
}
