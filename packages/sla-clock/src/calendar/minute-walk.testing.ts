/**
 * The second opinion on the clock: it knows nothing of offsets, stretches or look-ups and shares no code with them. The platform tells what the wall clock of a zone shows, and every
 * minute is asked on its own whether it is working time; then the minutes are walked one by one.
 */
import type { Calendar, DateOverride, Instant, Interval, Span } from './calendar.ts';

/** What the wall clock shows in each minute of a time: the date, and the minute of the day. */
export interface MinuteTable {
  readonly zone: string;
  readonly start: Instant;
  readonly dates: readonly string[];
  /** index into `dates` for each minute */
  readonly dateOf: Uint16Array;
  readonly minuteOf: Uint16Array;
}

/** Reads the wall clock every quarter of an hour: since 1973 every zone has changed its offset on such a quarter, and every offset is a multiple of it. */
export function minuteTable(zone: string, { from, to }: Interval): MinuteTable {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const count = (to - from) / 60;
  const dateOf = new Uint16Array(count);
  const minuteOf = new Uint16Array(count);
  const dates: string[] = [];
  for (let quarter = 0; quarter < count; quarter += 15) {
    const shown = clock.format((from + quarter * 60) * 1000);
    const date = shown.slice(0, 10);
    if (dates.at(-1) !== date) dates.push(date);
    const minute = Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16));
    for (let i = 0; i < 15; i++) {
      dateOf[quarter + i] = dates.length - 1;
      minuteOf[quarter + i] = minute + i;
    }
  }
  return { zone, start: from, dates, dateOf, minuteOf };
}

/** For each minute of the table: 1 when it is working time of the calendar. */
export function workingMinutes(calendar: Calendar, { dates, dateOf, minuteOf }: MinuteTable): Uint8Array {
  const today = dates.map((date) => plannedMinutes(calendar, date));
  const yesterday = dates.map((date) => plannedMinutes(calendar, dayBefore(date)));
  const working = new Uint8Array(dateOf.length);
  for (let i = 0; i < working.length; i++) {
    working[i] = today[dateOf[i]!]![minuteOf[i]!]! | yesterday[dateOf[i]!]![1440 + minuteOf[i]!]!;
  }
  return working;
}

const dayBefore = (date: string): string => new Date(Date.parse(`${date}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The minutes planned on a date, counted from its midnight; those from 1440 on belong to a night shift. */
function plannedMinutes(calendar: Calendar, date: string): Uint8Array {
  const today = calendar.overrides.filter((override) => override.date === date);
  const minutes = new Uint8Array(2880);
  paint(minutes, startingPoint(calendar, date, today), 1);
  if (!today.some(({ kind }) => kind === 'special-hours' || kind === 'make-up-day')) {
    for (const { kind, spans } of today) if (kind === 'public-holiday' || kind === 'rest-day') erase(minutes, spans);
  }
  for (const { kind, spans } of today) if (kind === 'closure') erase(minutes, spans);
  return minutes;
}

function startingPoint(calendar: Calendar, date: string, today: readonly DateOverride[]): readonly Span[] {
  const special = today.filter(({ kind }) => kind === 'special-hours');
  if (special.length > 0) return special.flatMap(({ spans }) => spans ?? []);
  const makeUp = today.filter(({ kind }) => kind === 'make-up-day');
  if (makeUp.length > 0) return makeUp.flatMap(({ spans }) => spans ?? calendar.makeUpHours);
  const sundayFirst = new Date(`${date}T12:00:00Z`).getUTCDay();
  return calendar.week[sundayFirst === 0 ? 6 : sundayFirst - 1]!;
}

function erase(minutes: Uint8Array, spans: readonly Span[] | undefined): void {
  if (spans === undefined) minutes.fill(0);
  else paint(minutes, spans, 0);
}

function paint(minutes: Uint8Array, spans: readonly Span[], value: 0 | 1): void {
  for (const span of spans) {
    const [from, to] = [span.from, span.to].map((time) => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1])) as [number, number];
    minutes.fill(value, from, to <= from ? to + 1440 : to);
  }
}

/** A question to the walk: where it starts, and when nothing runs. Whole minutes. */
export interface Walk {
  readonly from: Instant;
  readonly pauses: readonly Interval[];
}

/** Working minutes from `from` up to `to` outside the pauses. */
export function walkElapsed(working: Uint8Array, start: Instant, { from, to, pauses }: Walk & { readonly to: Instant }): number {
  let minutes = 0;
  for (let at = from; at < to; at += 60) if (runs(working, start, { at, pauses })) minutes += 1;
  return minutes;
}

/** The instant at which so many working minutes outside the pauses are over; null when the table ends before. */
export function walkDeadline(
  working: Uint8Array,
  start: Instant,
  { from, minutes, pauses }: Walk & { readonly minutes: number },
): Instant | null {
  let left = minutes;
  for (let at = from; (at - start) / 60 < working.length; at += 60) {
    if (left === 0) return at;
    if (runs(working, start, { at, pauses })) left -= 1;
  }
  return null;
}

/** The last instant from which so many working minutes lead to `to`; null when the table begins after it. */
export function walkBack(
  working: Uint8Array,
  start: Instant,
  { to, minutes }: { readonly to: Instant; readonly minutes: number },
): Instant | null {
  let left = minutes;
  for (let at = to; at >= start; at -= 60) {
    if (left === 0) return at;
    if (working[(at - start) / 60 - 1] === 1) left -= 1;
  }
  return null;
}

/** The first working minute at or after `from`; null when the table has none. */
export function walkToOpening(working: Uint8Array, start: Instant, from: Instant): Instant | null {
  const index = working.indexOf(1, (from - start) / 60);
  return index < 0 ? null : start + index * 60;
}

function runs(
  working: Uint8Array,
  start: Instant,
  { at, pauses }: { readonly at: Instant; readonly pauses: readonly Interval[] },
): boolean {
  return working[(at - start) / 60] === 1 && !pauses.some((pause) => pause.from <= at && at < pause.to);
}
