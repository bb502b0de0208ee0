export type { Holiday, HolidaySource, HolidayYear } from './holiday-year.ts';
export { holidayYear, publishedYears, unpublishedYears, type Unpublished } from './published-holidays.ts';
export { holidayOverrides, withHolidays } from './with-holidays.ts';
