import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { PackCalendar } from '@zhiheng/contract/packs/pack-agreements';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Span } from '@zhiheng/sla-clock/calendar';
import { holidayOverrides, holidayYear, publishedYears } from '@zhiheng/sla-clock/holidays';
import { packHash } from '../../../platform/pack-part.ts';
import { writable } from '../calendars/writable.ts';

/** A calendar of a pack in the form in which it is stored. */
export interface CalendarContent {
  readonly code: string;
  readonly name: LocalText;
  readonly definition: CalendarDefinition;
}

type Override = CalendarDefinition['overrides'][number];
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** With the dates of its years of holidays written out. Years that are not announced bring nothing. */
export function expandCalendar({ code, name, zone, week, make_up_hours, holidays, days: dates }: PackCalendar): CalendarContent {
  const announced = (holidays?.CN ?? []).flatMap(holidaysOf);
  const own = dates.map(({ date, kind, name: of, hours }): Override => ({
    ...{ date, kind },
    ...(of === undefined ? {} : { name: of }),
    ...(hours === undefined ? {} : { spans: hours.map(spanOf) }),
  }));
  const overrides = [...announced, ...own].sort(byDate);
  return {
    code,
    name,
    definition: { zone, week: days.map((day) => week[day].map(spanOf)), makeUpHours: make_up_hours.map(spanOf), overrides },
  };
}

/** The form for the file: years of which every announced day is there are named, the other dates are listed. */
export function foldCalendar({ code, name, definition }: CalendarContent): PackCalendar {
  const { zone, week, makeUpHours, overrides } = definition;
  const standing = new Set(overrides.map(packHash));
  const years = publishedYears('CN').filter((year) => holidaysOf(year).every((day) => standing.has(packHash(day))));
  const announced = new Set(years.flatMap(holidaysOf).map(packHash));
  const own = overrides.filter((day) => !announced.has(packHash(day)));
  return {
    ...{ code, name, zone, week: weekOf(week), make_up_hours: makeUpHours.map(textOf) },
    ...(years.length === 0 ? {} : { holidays: { CN: years } }),
    days: own.map(({ spans, ...day }) => ({ ...day, ...(spans === undefined ? {} : { hours: spans.map(textOf) }) })),
  };
}

function holidaysOf(year: number): Override[] {
  const known = holidayYear('CN', year);
  return 'kind' in known ? [] : writable(holidayOverrides(known));
}

const byDate = (a: Override, b: Override): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.kind < b.kind ? -1 : 1);

function weekOf(week: CalendarDefinition['week']): PackCalendar['week'] {
  const [mon = [], tue = [], wed = [], thu = [], fri = [], sat = [], sun = []] = week.map((spans) => spans.map(textOf));
  return { mon, tue, wed, thu, fri, sat, sun };
}

const textOf = ({ from, to }: Span): string => `${from}-${to}`;
function spanOf(text: string): { from: string; to: string } {
  const [from = '', to = ''] = text.split('-');
  return { from, to };
}
