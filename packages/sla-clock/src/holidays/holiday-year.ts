import type { CalendarDate, Name } from '../calendar/calendar.ts';

/** The public holidays of a country in one year as announced; a corrected announcement or transcription has a higher version. */
export interface HolidayYear {
  /** ISO 3166 code, `CN` */
  readonly country: string;
  readonly year: number;
  readonly version: number;
  readonly source: HolidaySource;
  readonly holidays: readonly Holiday[];
}

export interface HolidaySource {
  readonly title: string;
  readonly number: string;
  readonly published: CalendarDate;
  readonly url: string;
  readonly transcribedBy: string;
}

/** Days off from `first` to `last`, both included, and the working days that make up for them. */
export interface Holiday {
  readonly name: Name;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly makeUpDays: readonly CalendarDate[];
}
