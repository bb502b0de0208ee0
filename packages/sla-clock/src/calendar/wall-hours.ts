import type { Span } from './calendar.ts';
import { secondsPerDay } from './civil-date.ts';

/** A stretch on the wall clock in seconds, from `from` up to `to`: of a day counted from its midnight, or of a whole time line. */
export interface WallInterval {
  readonly from: number;
  readonly to: number;
}

const form = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * Seconds from midnight of a time on the wall clock, 0 to 86 400.
 * @throws RangeError for anything but `HH:MM` or `HH:MM:SS` from 00:00 to 24:00
 * @example secondOfDay('13:30') // 48600
 */
export function secondOfDay(time: string): number {
  const [, hours, minutes, seconds = '0'] = form.exec(time) ?? [];
  const second = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (!(Number(minutes) < 60 && Number(seconds) < 60 && second <= secondsPerDay)) {
    throw new RangeError(`"${time}" is no time of day from 00:00 to 24:00`);
  }
  return second;
}

/**
 * A span in seconds from midnight. One that runs over midnight ends beyond 86 400.
 * @throws RangeError for an impossible time, or a span that starts at 24:00
 * @example wallInterval({ from: '22:00', to: '06:00' }) // { from: 79200, to: 108000 }
 */
export function wallInterval(span: Span): WallInterval {
  const from = secondOfDay(span.from);
  const to = secondOfDay(span.to);
  if (from === secondsPerDay) throw new RangeError('a span starts before 24:00; 00:00 of the next day is meant');
  return { from, to: to > from ? to : to + secondsPerDay };
}

/**
 * The same time, in order, without overlap; stretches that touch become one.
 * @example unite([{ from: 5, to: 9 }, { from: 1, to: 5 }]) // [{ from: 1, to: 9 }]
 */
export function unite(intervals: readonly WallInterval[]): WallInterval[] {
  const united: WallInterval[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last === undefined || from > last.to) united.push({ from, to });
    else if (to > last.to) united[united.length - 1] = { from: last.from, to };
  }
  return united;
}

/**
 * What is left of some stretches when others are taken away.
 * @example takeAway([{ from: 1, to: 9 }], [{ from: 3, to: 4 }]) // [{ from: 1, to: 3 }, { from: 4, to: 9 }]
 */
export function takeAway(intervals: readonly WallInterval[], taken: readonly WallInterval[]): WallInterval[] {
  return taken.reduce<readonly WallInterval[]>((left, hole) => left.flatMap((interval) => withoutHole(interval, hole)), intervals).slice();
}

function withoutHole({ from, to }: WallInterval, hole: WallInterval): WallInterval[] {
  const before = { from, to: Math.min(to, hole.from) };
  const after = { from: Math.max(from, hole.to), to };
  return [before, after].filter((part) => part.from < part.to);
}

/**
 * A stretch of a day as a span of the wall clock, to the minute or, when needed, to the second.
 * @example spanOf({ from: 79200, to: 108000 }) // { from: '22:00', to: '06:00' }
 */
export const spanOf = ({ from, to }: WallInterval): Span => ({
  from: timeOfDay(from >= secondsPerDay ? from - secondsPerDay : from),
  to: timeOfDay(to > secondsPerDay ? to - secondsPerDay : to),
});

function timeOfDay(second: number): string {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  const shown = parts[2] === 0 ? parts.slice(0, 2) : parts;
  return shown.map((part) => String(part).padStart(2, '0')).join(':');
}
