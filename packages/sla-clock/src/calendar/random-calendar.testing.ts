/** Calendars and questions drawn at random from a seed, for comparing the engine with the minute walk. */
import type { Calendar, DateOverride, Instant, Interval, OverrideKind, Span } from './calendar.ts';

export type Draw = () => number;

/** Zones with daylight saving of an hour, of half an hour and of two hours, with changes at midnight, changes around Ramadan, odd offsets, and none of it. */
export const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Havana',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'Antarctica/Troll',
  'Australia/Sydney',
  'America/St_Johns',
  'Atlantic/Azores',
  'America/Santiago',
  'Africa/Cairo',
  'Pacific/Kiritimati',
  'UTC',
] as const;

/** A generator of numbers from 0 up to 1 (Park and Miller 1988, minimal standard). */
export function draws(seed: number): Draw {
  let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}

const below = (draw: Draw, limit: number): number => Math.floor(draw() * limit);
const oneOf = <T>(draw: Draw, choices: readonly T[]): T => choices[below(draw, choices.length)]!;
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

/** Split days, night shifts, whole days, empty days; holidays, make-up days, closures, special hours, several of them on one date. */
export function randomCalendar(draw: Draw, zone: string, { from, to }: Interval): Calendar {
  const sameEveryDay = draw() < 0.5 ? randomHours(draw) : null;
  const week = times(7, (day) => (draw() < (day < 5 ? 0.1 : 0.6) ? [] : (sameEveryDay ?? randomHours(draw))));
  const overrides = times(below(draw, 60), () => randomOverride(draw, { from, to }));
  return { id: `random in ${zone}`, version: 1, zone, week, makeUpHours: randomHours(draw), overrides };
}

function randomHours(draw: Draw): Span[] {
  if (draw() < 0.1) return [{ from: '00:00', to: '24:00' }];
  if (draw() < 0.2) return [{ from: '00:00', to: '06:00' }, nightShift(draw)];
  return times(1 + below(draw, 3), () => (draw() < 0.15 ? nightShift(draw) : daySpan(draw)));
}

const nightShift = (draw: Draw): Span => ({ from: timeOfDay(1200 + below(draw, 240)), to: timeOfDay(below(draw, 600)) });

function daySpan(draw: Draw): Span {
  const from = below(draw, 1380);
  return { from: timeOfDay(from), to: timeOfDay(from + 1 + below(draw, 1440 - from)) };
}

const timeOfDay = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function randomOverride(draw: Draw, { from, to }: Interval): DateOverride {
  const day = new Date((from + draw() * (to - from)) * 1000).toISOString().slice(0, 10);
  // Half of them crowd on a few dates, so that kinds meet on one.
  const date = draw() < 0.5 ? day : `${day.slice(0, 8)}15`;
  const kind = oneOf<OverrideKind>(draw, [
    'public-holiday',
    'public-holiday',
    'make-up-day',
    'make-up-day',
    'rest-day',
    'closure',
    'special-hours',
  ]);
  const withSpans = kind === 'special-hours' || draw() < 0.3;
  return withSpans ? { date, kind, spans: randomHours(draw) } : { date, kind };
}

/** A stretch of up to 40 days, mostly short, with up to four pauses that may overlap, touch and stick out. */
export interface Question extends Interval {
  readonly pauses: readonly Interval[];
  readonly minutes: number;
}

export function randomQuestion(draw: Draw, { from, to }: Interval): Question {
  const start = minuteIn(draw, { from, to });
  const end = Math.min(to, start + 60 * below(draw, oneOf(draw, [90, 1500, 12_000, 57_600])));
  return {
    from: start,
    to: end,
    pauses: times(below(draw, 5), () => randomPause(draw, start)),
    minutes: below(draw, oneOf(draw, [5, 500, 5000])),
  };
}

function randomPause(draw: Draw, around: Instant): Interval {
  const from = around + 60 * (below(draw, 12_000) - 1000);
  return { from, to: from + 60 * below(draw, oneOf(draw, [60, 1500, 6000])) };
}

const minuteIn = (draw: Draw, { from, to }: Interval): Instant => from + 60 * below(draw, (to - from) / 60);
