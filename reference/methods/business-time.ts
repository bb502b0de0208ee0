import { z } from 'zod';
import {
  addWorkingSecondsWithPauses,
  businessDays,
  compileCalendar,
  workingSecondsWithPauses,
  type Calendar,
  type CompiledCalendar,
  type DateOverride,
  type Instant,
} from '@zhiheng/sla-clock/calendar';
import type { Json, MethodTable } from '../problem.ts';

const hours = z.array(z.tuple([z.string(), z.string()]));
const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const;
const calendar = z.object({
  tz: z.string(),
  weekly: z.record(z.string(), hours),
  off: z.array(z.string()).default([]),
  makeup: z.array(z.string()).default([]),
  makeup_hours: hours.default([]),
});
const question = z.object({
  calendar: z.string(),
  start_utc: z.string(),
  pauses_utc: z.array(z.tuple([z.string(), z.string()])).default([]),
});
const calendars = z.object({ calendars: z.record(z.string(), calendar) });
const elapsedInput = z.object({ cases: z.array(question.extend({ end_utc: z.string() })) });
const deadlineInput = z.object({ cases: z.array(question.extend({ target_minutes: z.number() })) });
const dayList = z.object({ days: z.array(z.object({ name: z.string(), date: z.string(), isOffDay: z.boolean() })) });
const workdayParams = z.object({ years: z.array(z.number().int()), weekend_days: z.array(z.number().int()) });

export const businessTimeMethods: MethodTable = {
  business_time_elapsed: ({ input }) => {
    const compiledOf = compiledCalendars(input);
    const { cases } = elapsedInput.parse(input);
    return {
      cases: cases.map((asked, i) => {
        const seconds = workingSecondsWithPauses(
          compiledOf(asked.calendar),
          interval([asked.start_utc, asked.end_utc]),
          asked.pauses_utc.map(interval),
        );
        return { i, working_minutes: seconds / 60 };
      }),
    };
  },
  business_time_deadline: ({ input }) => {
    const compiledOf = compiledCalendars(input);
    const { cases } = deadlineInput.parse(input);
    return {
      cases: cases.map((asked, i) => {
        const promise = { from: instant(asked.start_utc), seconds: asked.target_minutes * 60 };
        const due = addWorkingSecondsWithPauses(compiledOf(asked.calendar), promise, asked.pauses_utc.map(interval));
        return { i, deadline_utc: typeof due === 'number' ? utc(due) : null };
      }),
    };
  },
  chinese_workday_calendar: (problem) => {
    const { days } = dayList.parse(JSON.parse(problem.text()));
    const { years, weekend_days } = workdayParams.parse(problem.params);
    const office = officeWeek(
      weekend_days,
      days.map(({ date, isOffDay }) => ({ date, kind: isOffDay ? 'public-holiday' : 'make-up-day' })),
    );
    return Object.fromEntries(years.map((year) => [String(year), countYear(office, year, days)]));
  },
};

/** The calendars of the case by name, each compiled once. */
function compiledCalendars(input: Json): (name: string) => CompiledCalendar {
  const compiled = new Map(
    Object.entries(calendars.parse(input).calendars).map(([name, definition]) => [
      name,
      compileCalendar(calendarOf(name, definition), { from: '2024-01-01', to: '2027-01-01' }),
    ]),
  );
  return (name) => {
    const found = compiled.get(name);
    if (found === undefined) throw new Error(`there is no calendar "${name}"`);
    return found;
  };
}

function calendarOf(id: string, { tz, weekly, off, makeup, makeup_hours }: z.infer<typeof calendar>): Calendar {
  return {
    id,
    version: 1,
    zone: tz,
    week: weekdays.map((day) => (weekly[day] ?? []).map(span)),
    makeUpHours: makeup_hours.map(span),
    overrides: [
      ...off.map((date): DateOverride => ({ date, kind: 'public-holiday' })),
      ...makeup.map((date): DateOverride => ({ date, kind: 'make-up-day' })),
    ],
  };
}

function officeWeek(weekendDays: readonly number[], overrides: readonly DateOverride[]): Calendar {
  const officeHours = [{ from: '09:00', to: '18:00' }];
  const week = weekdays.map((day) => (weekendDays.includes(Number(day)) ? [] : officeHours));
  return { id: 'office', version: 1, zone: 'Asia/Shanghai', week, makeUpHours: officeHours, overrides };
}

function countYear(office: Calendar, year: number, days: z.infer<typeof dayList>['days']): unknown {
  const inYear = days.filter(({ date }) => date.startsWith(`${year}-`));
  const makeup = inYear.filter(({ isOffDay }) => !isOffDay).map(({ date }) => date);
  return {
    workdays: businessDays(office, { from: `${year}-01-01`, to: `${year + 1}-01-01` }).length,
    holiday_listed_off: inYear.filter(({ isOffDay }) => isOffDay).length,
    makeup: makeup.sort(),
  };
}

const span = ([from, to]: readonly [string, string]) => ({ from, to });
const instant = (text: string): Instant => Date.parse(text) / 1000;
const interval = ([from, to]: readonly [string, string]) => ({ from: instant(from), to: instant(to) });
const utc = (at: Instant): string => `${new Date(at * 1000).toISOString().slice(0, 19)}Z`;
