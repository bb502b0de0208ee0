import type { Calendar } from './calendar.ts';

/** What a new version may change; the id stays, the version counts on. */
export type CalendarRevision = Partial<Omit<Calendar, 'id' | 'version'>>;

/**
 * The next version of a calendar. The one before stays as it is, so that ledgers written under it can be replayed.
 * @example reviseCalendar(alwaysOpen('UTC'), { zone: 'Asia/Shanghai' }).version // 2
 */
export function reviseCalendar(calendar: Calendar, revision: CalendarRevision): Calendar {
  return { ...calendar, ...revision, version: calendar.version + 1 };
}
