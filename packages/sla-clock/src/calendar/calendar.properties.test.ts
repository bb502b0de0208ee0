import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar, DateOverride, Instant, Interval, Never, Outside } from './calendar.ts';
import { dateOfDay, dayNumber } from './civil-date.ts';
import { compileCalendar, type CompiledCalendar } from './compile-calendar.ts';
import { dayHours } from './day-hours.ts';
import { draws, randomCalendar, zones } from './random-calendar.testing.ts';
import { addWorkingSecondsWithPauses, workingSecondsWithPauses } from './with-pauses.ts';
import { addWorkingSeconds, subtractWorkingSeconds, workingSeconds } from './working-time.ts';

const year: Interval = { from: Date.UTC(2025, 0, 1) / 1000, to: Date.UTC(2026, 0, 1) / 1000 };
const compile = (calendar: Calendar): CompiledCalendar => compileCalendar(calendar, { from: '2025-01-01', to: '2026-01-01' });

const calendars = fc.tuple(fc.nat(), fc.constantFrom(...zones)).map(([seed, zone]) => randomCalendar(draws(seed), zone, year));
const instants = fc.integer({ min: year.from, max: year.to });
const lengths = fc.integer({ min: 0, max: 30 * 86_400 });
const dates = fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2025-12-31') }).map(dateOfDay);
const pauses = fc.array(
  fc.tuple(instants, lengths).map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 4 },
);
const runs = { numRuns: 40, seed: 20_261_121 };

/** Later and latest; what never comes is after everything. */
const moment = (answer: Instant | Outside | Never): number => (typeof answer === 'number' ? answer : Infinity);
const withOverride = (calendar: Calendar, override: DateOverride): Calendar => ({
  ...calendar,
  overrides: [...calendar.overrides, override],
});

describe('properties of calendars', () => {
  it('adding a holiday, a rest day or a closure never makes a deadline earlier', () => {
    const kinds = fc.constantFrom('public-holiday' as const, 'rest-day' as const, 'closure' as const);
    fc.assert(
      fc.property(calendars, dates, kinds, instants, lengths, (calendar, date, kind, from, seconds) => {
        const fewer = compile(withOverride(calendar, { date, kind }));
        expect(moment(addWorkingSeconds(fewer, from, seconds))).toBeGreaterThanOrEqual(
          moment(addWorkingSeconds(compile(calendar), from, seconds)),
        );
      }),
      runs,
    );
  });

  it('adding a make-up day to a day off never makes a deadline later', () => {
    fc.assert(
      fc.property(calendars, dates, instants, lengths, (calendar, date, from, seconds) => {
        fc.pre(dayHours(calendar)(dayNumber(date)).length === 0);
        const more = compile(withOverride(calendar, { date, kind: 'make-up-day' }));
        expect(moment(addWorkingSeconds(more, from, seconds))).toBeLessThanOrEqual(
          moment(addWorkingSeconds(compile(calendar), from, seconds)),
        );
      }),
      runs,
    );
  });

  it('pausing never makes a deadline earlier, and a pause is as good as its parts', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, pauses, instants, (calendar, from, seconds, some, cut) => {
        const compiled = compile(calendar);
        const due = moment(addWorkingSecondsWithPauses(compiled, { from, seconds }, some));
        expect(due).toBeGreaterThanOrEqual(moment(addWorkingSeconds(compiled, from, seconds)));
        const inParts = some.flatMap((pause) =>
          pause.from < cut && cut < pause.to
            ? [
                { from: cut, to: pause.to },
                { from: pause.from, to: cut },
              ]
            : [pause],
        );
        expect(moment(addWorkingSecondsWithPauses(compiled, { from, seconds }, inParts))).toBe(due);
      }),
      runs,
    );
  });

  it('the time up to a deadline is the time that was promised, and no more a second earlier', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, pauses, (calendar, from, seconds, some) => {
        const compiled = compile(calendar);
        const due = addWorkingSecondsWithPauses(compiled, { from, seconds }, some);
        if (typeof due !== 'number') return;
        expect(workingSecondsWithPauses(compiled, { from, to: due }, some)).toBe(seconds);
        if (seconds > 0) expect(workingSecondsWithPauses(compiled, { from, to: due - 1 }, some)).toBe(seconds - 1);
      }),
      runs,
    );
  });

  it('a reminder lies as much working time before, and no less a second later', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, (calendar, to, seconds) => {
        const compiled = compile(calendar);
        const reminder = subtractWorkingSeconds(compiled, to, seconds);
        if (typeof reminder !== 'number') return;
        expect(workingSeconds(compiled, reminder, to)).toBe(seconds);
        if (seconds > 0) expect(workingSeconds(compiled, reminder + 1, to)).toBe(seconds - 1);
      }),
      runs,
    );
  });

  it('working time adds up, and never passes faster than time', () => {
    fc.assert(
      fc.property(calendars, fc.tuple(instants, instants, instants), (calendar, some) => {
        const compiled = compile(calendar);
        const [a, b, c] = some.toSorted((x, y) => x - y) as [Instant, Instant, Instant];
        expect(workingSeconds(compiled, a, b) + workingSeconds(compiled, b, c)).toBe(workingSeconds(compiled, a, c));
        expect(workingSeconds(compiled, a, c)).toBeLessThanOrEqual(c - a);
      }),
      runs,
    );
  });

  it('an answer depends neither on the range compiled for nor on what was asked before', () => {
    fc.assert(
      fc.property(calendars, dates, fc.array(fc.tuple(instants, lengths), { minLength: 1, maxLength: 4 }), (calendar, date, questions) => {
        const narrow = compileCalendar(calendar, { from: date, to: date });
        const wide = compileCalendar(calendar, { from: '2020-01-01', to: '2030-01-01' });
        for (const [from, seconds] of questions)
          expect(addWorkingSeconds(narrow, from, seconds)).toEqual(addWorkingSeconds(wide, from, seconds));
      }),
      { ...runs, numRuns: 20 },
    );
  });
});
