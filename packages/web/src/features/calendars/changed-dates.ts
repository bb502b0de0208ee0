import type { Override } from './year-days.ts';

interface ChangedDates {
  readonly added: string[];
  readonly removed: string[];
  readonly changed: string[];
}

/** Which dates differ between two versions of a calendar, in order. A name alone changes no hours and does not count. */
export function changedDates(before: readonly Override[], after: readonly Override[]): ChangedDates {
  const [old, next] = [hoursByDate(before), hoursByDate(after)];
  const dates = [...new Set([...old.keys(), ...next.keys()])].sort();
  return {
    added: dates.filter((date) => !old.has(date)),
    removed: dates.filter((date) => !next.has(date)),
    changed: dates.filter((date) => old.has(date) && next.has(date) && old.get(date) !== next.get(date)),
  };
}

function hoursByDate(overrides: readonly Override[]): ReadonlyMap<string, string> {
  const found = new Map<string, string[]>();
  for (const { date, kind, spans } of overrides) found.set(date, [...(found.get(date) ?? []), `${kind} ${JSON.stringify(spans ?? null)}`]);
  return new Map([...found].map(([date, said]) => [date, said.sort().join()]));
}
