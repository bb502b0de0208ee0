import * as api from '@zhiheng/contract/agreements/calendars';
import { bind, type Binder } from '../../../platform/http/bind.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { checkDefinition } from './check-definition.ts';
import { createCalendar } from './create-calendar.ts';
import { deleteCalendar } from './delete-calendar.ts';
import { publishCalendarWith } from './publish-calendar.ts';
import { publishedHolidays } from './published-holidays.ts';
import { getCalendar, listCalendars, writeICalendar } from './read-calendars.ts';
import { readICalendar } from './read-icalendar.ts';

export function bindCalendars(binder: Binder, jobs: Jobs): void {
  bind(binder, api.listCalendars, listCalendars);
  bind(binder, api.getCalendar, getCalendar);
  bind(binder, api.createCalendar, createCalendar);
  bind(binder, api.publishCalendar, publishCalendarWith(jobs));
  bind(binder, api.deleteCalendar, deleteCalendar);
  bind(binder, api.checkCalendarDefinition, checkDefinition);
  bind(binder, api.publishedHolidays, publishedHolidays);
  bind(binder, api.importICalendar, readICalendar);
  bind(binder, api.exportICalendar, writeICalendar);
}
