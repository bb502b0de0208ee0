import type { Instant, Interval, Never, Outside } from './calendar.ts';
import type { CompiledCalendar } from './compile-calendar.ts';
import { unite } from './wall-hours.ts';
import { addWorkingSeconds, workingSeconds } from './working-time.ts';

/**
 * Working seconds from `from` up to `to` that lie in no pause. Pauses may overlap, touch, come in any order and reach beyond both ends; an empty one is none.
 * @throws RangeError when an interval ends before it starts, or an instant lies outside 1900 to 2200
 * @example
 * const office = compileCalendar(mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }), { from: '2026-01-01', to: '2027-01-01' });
 * const fridayToMonday = { from: Date.parse('2026-11-20T17:00+08:00') / 1000, to: Date.parse('2026-11-23T10:00+08:00') / 1000 };
 * const pause = { from: Date.parse('2026-11-20T17:30+08:00') / 1000, to: Date.parse('2026-11-23T09:30+08:00') / 1000 };
 * workingSecondsWithPauses(office, fridayToMonday, [pause]) // 3600
 */
export function workingSecondsWithPauses(compiled: CompiledCalendar, { from, to }: Interval, pauses: readonly Interval[]): number {
  return unitePauses(pauses).reduce(
    (seconds, pause) => seconds - secondsInBoth(compiled, { from, to }, pause),
    workingSeconds(compiled, from, to),
  );
}

/**
 * The first instant at which `seconds` of working time outside the pauses have passed since `from`. A pause that begins at that instant does not move it.
 * @throws RangeError for negative seconds, a pause that ends before it starts, or an instant outside 1900 to 2200
 * @example
 * const office = compileCalendar(mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }), { from: '2026-01-01', to: '2027-01-01' });
 * const pause = { from: Date.parse('2026-11-20T17:30+08:00') / 1000, to: Date.parse('2026-11-23T09:30+08:00') / 1000 };
 * const due = addWorkingSecondsWithPauses(office, { from: Date.parse('2026-11-20T17:00+08:00') / 1000, seconds: 3600 }, [pause]);
 * new Date(due * 1000).toISOString() // '2026-11-23T02:00:00.000Z'
 */
export function addWorkingSecondsWithPauses(
  compiled: CompiledCalendar,
  { from, seconds }: { readonly from: Instant; readonly seconds: number },
  pauses: readonly Interval[],
): Instant | Outside | Never {
  if (seconds === 0) return addWorkingSeconds(compiled, from, 0);
  let running = from;
  let left = seconds;
  for (const pause of unitePauses(pauses)) {
    if (pause.to <= running) continue;
    const due = addWorkingSeconds(compiled, running, left);
    if (typeof due === 'number' && due <= pause.from) return due;
    if (pause.from > running) left -= workingSeconds(compiled, running, pause.from);
    running = pause.to;
  }
  return addWorkingSeconds(compiled, running, left);
}

function secondsInBoth(compiled: CompiledCalendar, interval: Interval, pause: Interval): number {
  const from = Math.max(interval.from, pause.from);
  const to = Math.min(interval.to, pause.to);
  return from < to ? workingSeconds(compiled, from, to) : 0;
}

function unitePauses(pauses: readonly Interval[]): Interval[] {
  const backwards = pauses.find(({ from, to }) => to < from);
  if (backwards !== undefined) throw new RangeError(`the pause ends at ${backwards.to}, before it starts at ${backwards.from}`);
  return unite(pauses.filter(({ from, to }) => from < to));
}
