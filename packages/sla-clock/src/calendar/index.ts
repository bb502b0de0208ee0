export type {
  Calendar,
  CalendarDate,
  DateOverride,
  DateRange,
  Instant,
  Interval,
  Name,
  Never,
  Outside,
  OverrideKind,
  Span,
} from './calendar.ts';
export { alwaysOpen, mondayToFriday } from './calendar.ts';
export { addDays } from './civil-date.ts';
export { compileCalendar, type CompiledCalendar } from './compile-calendar.ts';
export { addWorkingSeconds, subtractWorkingSeconds, workingSeconds } from './working-time.ts';
export { isWorking, nextOpening, workingIntervals } from './opening-hours.ts';
export { addWorkingSecondsWithPauses, workingSecondsWithPauses } from './with-pauses.ts';
export { businessDays, endOfBusinessDay } from './business-day.ts';
export { checkCalendar, type CalendarFlaw } from './check-calendar.ts';
export { compareCalendars, movedDeadlines, type DayChange, type MovedDeadline, type OpenClock } from './compare-calendars.ts';
export { reviseCalendar } from './revise-calendar.ts';
