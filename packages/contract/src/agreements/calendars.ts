import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';
import { code, localText } from '../values/text.ts';

export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'clock_time');
export const span = z.object({ from: clockTime, to: clockTime });
export const overrideKind = z.enum(['public-holiday', 'rest-day', 'make-up-day', 'closure', 'special-hours']);
export const dateOverride = z.object({
  date: z.iso.date(),
  kind: overrideKind,
  name: localText.exactOptional(),
  spans: z.array(span).max(12).exactOptional(),
});
/** What a version of a calendar says; the same shape as `Calendar` of the clock, without its id and version. */
export const calendarDefinition = z.object({
  zone: z.string().min(1).max(64),
  week: z.array(z.array(span).max(12)).length(7),
  makeUpHours: z.array(span).max(12),
  overrides: z.array(dateOverride).max(2000),
});
export type CalendarDefinition = z.infer<typeof calendarDefinition>;

export const businessCalendar = z.object({
  id,
  code,
  name: localText,
  /** the version in force */
  version: z.number().int(),
  definition: calendarDefinition,
  /** agreements and open cases that count in it */
  agreements: z.number().int(),
  openCases: z.number().int(),
  updatedAt: instant,
});
export type BusinessCalendar = z.infer<typeof businessCalendar>;

export const listCalendars = endpoint('GET /api/v1/calendars', {
  summary: 'Working calendars',
  access: 'agreements.read',
  response: z.object({ items: z.array(businessCalendar) }),
});
export const getCalendar = endpoint('GET /api/v1/calendars/:id', {
  summary: 'One calendar with its versions',
  access: 'agreements.read',
  params: idParams,
  response: businessCalendar.extend({
    versions: z.array(z.object({ version: z.number().int(), publishedAt: instant, publishedBy: z.string().nullable(), note: z.string() })),
  }),
});
export const createCalendar = endpoint('POST /api/v1/calendars', {
  summary: 'Add a calendar; its first version is in force at once',
  access: 'agreements.define',
  body: z.object({ code, name: localText, definition: calendarDefinition }),
  response: businessCalendar,
});
/** `version` is the version that was read; another one means somebody else published first. */
export const publishCalendar = endpoint('POST /api/v1/calendars/:id/versions', {
  summary: 'Publish the next version; open cases are counted again by a job',
  access: 'agreements.define',
  params: idParams,
  body: z.object({
    version: z.number().int(),
    name: localText.optional(),
    definition: calendarDefinition,
    note: z.string().max(400).default(''),
  }),
  response: businessCalendar,
});
export const deleteCalendar = endpoint('DELETE /api/v1/calendars/:id', {
  summary: 'Move a calendar to the trash; refused while an agreement counts in it',
  access: 'agreements.define',
  params: idParams,
  response: done,
});
/** Faults of a definition, in the clock's words, and the working days and hours of each year. */
export const checkCalendarDefinition = endpoint('POST /api/v1/calendar-checks', {
  summary: 'Check a calendar that is being written',
  access: 'agreements.read',
  body: z.object({ definition: calendarDefinition }),
  response: z.object({
    faults: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
    years: z.array(z.object({ year: z.number().int(), workingDays: z.number().int(), workingHours: z.number() })),
  }),
});
/** The published public holidays and make-up days of a country, as overrides to take over. */
export const publishedHolidays = endpoint('GET /api/v1/public-holidays', {
  summary: 'Public holidays and make-up working days as published',
  access: 'agreements.read',
  query: z.object({ country: z.literal('CN').default('CN'), year: z.coerce.number().int().min(2024).max(2100) }),
  response: z.object({ version: z.string(), source: z.string(), items: z.array(dateOverride) }),
});
export const importICalendar = endpoint('POST /api/v1/icalendar-readings', {
  summary: 'Read an iCalendar text as overrides; nothing is saved',
  access: 'agreements.define',
  body: z.object({ text: z.string().min(1).max(2_000_000), zone: z.string().max(64), from: z.iso.date(), to: z.iso.date() }),
  response: z.object({
    items: z.array(dateOverride),
    skipped: z.array(z.object({ summary: z.string(), date: z.string(), reason: z.string() })),
  }),
});
export const exportICalendar = endpoint('GET /api/v1/calendars/:id/icalendar', {
  summary: 'The days that differ, as iCalendar text',
  access: 'agreements.read',
  params: idParams,
  response: z.object({ text: z.string() }),
});
