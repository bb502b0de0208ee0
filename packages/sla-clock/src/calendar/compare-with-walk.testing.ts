import type { Calendar, Instant, Never, Outside } from './calendar.ts';
import { compileCalendar } from './compile-calendar.ts';
import {
  minuteTable,
  walkBack,
  walkDeadline,
  walkElapsed,
  walkToOpening,
  workingMinutes,
  type MinuteTable,
} from './minute-walk.testing.ts';
import { isWorking, nextOpening } from './opening-hours.ts';
import { draws, randomCalendar, randomQuestion, type Question } from './random-calendar.testing.ts';
import { addWorkingSecondsWithPauses, workingSecondsWithPauses } from './with-pauses.ts';
import { subtractWorkingSeconds } from './working-time.ts';

/** Where the engine and the walk differ: everything needed to repeat it. */
export interface Difference {
  readonly what: 'elapsed' | 'deadline' | 'reminder' | 'working' | 'opening';
  readonly calendar: Calendar;
  readonly question: Question;
  readonly engine: unknown;
  readonly walk: unknown;
}

/** Asks random calendars of one zone random questions, each of the engine and of the walk, and returns where they differ. */
export function compareWithWalk(
  table: MinuteTable,
  { seed, calendars, questions }: { seed: number; calendars: number; questions: number },
): Difference[] {
  const draw = draws(seed);
  const time = { from: table.start, to: table.start + table.minuteOf.length * 60 };
  return Array.from({ length: calendars }, () => randomCalendar(draw, table.zone, time)).flatMap((calendar) => {
    const asked = Array.from({ length: questions }, () => randomQuestion(draw, time));
    return differencesOf(calendar, table, asked);
  });
}

function differencesOf(calendar: Calendar, table: MinuteTable, asked: readonly Question[]): Difference[] {
  // Compiled for a week in the middle: most questions make it grow, in one direction or the other.
  const middle = table.dates.length >> 1;
  const compiled = compileCalendar(calendar, { from: table.dates[middle]!, to: table.dates[middle + 7]! });
  const working = workingMinutes(calendar, table);
  const { start } = table;
  const end = start + working.length * 60;
  return asked.flatMap((question) => {
    const { from, to, pauses, minutes } = question;
    const pairs = {
      elapsed: [workingSecondsWithPauses(compiled, { from, to }, pauses), 60 * walkElapsed(working, start, { from, to, pauses })],
      deadline: [
        before(addWorkingSecondsWithPauses(compiled, { from, seconds: minutes * 60 }, pauses), end),
        walkDeadline(working, start, { from, minutes, pauses }),
      ],
      reminder: [after(subtractWorkingSeconds(compiled, from, minutes * 60), start), walkBack(working, start, { to: from, minutes })],
      working: [isWorking(compiled, from), working[(from - start) / 60] === 1],
      opening: [before(nextOpening(compiled, from), end), walkToOpening(working, start, from)],
    } as const;
    const kinds = Object.keys(pairs) as (keyof typeof pairs)[];
    return kinds
      .filter((what) => pairs[what][0] !== pairs[what][1])
      .map((what) => ({ what, calendar, question, engine: pairs[what][0], walk: pairs[what][1] }));
  });
}

/** An answer that the walk can reach before its table ends; null is later, or never. */
const before = (answer: Instant | Outside | Never, end: Instant): Instant | null =>
  typeof answer === 'number' && answer < end ? answer : null;
const after = (answer: Instant | Outside | Never, start: Instant): Instant | null =>
  typeof answer === 'number' && answer >= start ? answer : null;

/** The wall clock of a zone over eight months that hold a change to and one from daylight saving, north and south. */
export const walkTable = (zone: string): MinuteTable =>
  minuteTable(zone, { from: Date.UTC(2025, 8, 1) / 1000, to: Date.UTC(2026, 4, 1) / 1000 });
