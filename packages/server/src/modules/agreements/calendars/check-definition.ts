import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { CalendarDefinition, checkCalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import { businessDays, checkCalendar, compileCalendar, workingSeconds, type CalendarFlaw } from '@zhiheng/sla-clock/calendar';
import { Temporal } from 'temporal-polyfill';
import { invalid } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { calendarOf } from '../policy-of.ts';

type Answer = Reply<typeof checkCalendarDefinition>;
type Fault = Answer['faults'][number];

/** What is wrong with a definition, and what its years hold. */
export function checkDefinition({ now }: Operation, { body }: Parsed<typeof checkCalendarDefinition>): Promise<Answer> {
  const faults = faultsOf(body.definition);
  return Promise.resolve({ faults, years: faults.length > 0 ? [] : yearsOf(body.definition, now.getUTCFullYear()) });
}

export function faultsOf(definition: CalendarDefinition): Fault[] {
  return checkCalendar(calendarOf('', 1, definition)).map(faultOf);
}

/** Refuses a definition in which no clock could count. */
export function requireSound(definition: CalendarDefinition): void {
  const faults = faultsOf(definition);
  if (faults.length > 0) throw invalid(faults.map(({ code, params }) => ({ path: placeOf(definition, params), code, params })));
}

function faultOf({ kind: code, ...flaw }: CalendarFlaw): Fault {
  if ('span' in flaw) return { code, params: { where: flaw.where, ...flaw.span } };
  return { code, params: { ...flaw } };
}

function placeOf({ overrides }: CalendarDefinition, { where, date }: Fault['params']): string {
  const day = overrides.findIndex((override) => override.date === (date ?? where));
  if (day >= 0) return `definition.overrides.${day}`;
  return where === undefined ? 'definition' : `definition.${where}`;
}

/** At most so many years are told: those with dates of their own, and the years around this one. */
const mostYears = 12;

function yearsOf(definition: CalendarDefinition, thisYear: number): Answer['years'] {
  const dated = definition.overrides.map(({ date }) => Number(date.slice(0, 4))).filter((year) => Math.abs(year - thisYear) <= 20);
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, ...dated])].sort((a, b) => a - b).slice(-mostYears);
  return years.map((year) => {
    const range = { from: `${year}-01-01`, to: `${year + 1}-01-01` };
    const calendar = calendarOf('', 1, definition);
    const [from, to] = [midnight(range.from, definition.zone), midnight(range.to, definition.zone)];
    const seconds = workingSeconds(compileCalendar(calendar, range), from, to);
    return { year, workingDays: businessDays(calendar, range).length, workingHours: seconds / 3600 };
  });
}

const midnight = (date: string, zone: string): number => Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds / 1000;
