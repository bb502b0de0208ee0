export { calendarsQuery } from './calendars.query.ts';
export { calendarSearch } from './calendar.search.ts';
export { CalendarPage, CalendarsPage } from './pages.ts';
