export type { Calendar, CalendarDate, DateOverride, DateRange, Instant, Interval, Name, Never, Outside, OverrideKind, Span } from './calendar.ts';
export { alwaysOpen } from './calendar.ts';
export { addDays } from './civil-date.ts';
export { compileCalendar, type CompiledCalendar } from './compile-calendar.ts';
export {
  addWorkingSeconds,
  isWorking,
  nextOpening,
  subtractWorkingSeconds,
  workingIntervals,
  workingSeconds,
} from './working-time.ts';
