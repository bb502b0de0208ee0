import type { CustomValue } from './custom-words.ts';

type Custom = Readonly<Record<string, CustomValue>>;

const isEmpty = (value: CustomValue | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Only the values that differ, so that a save overwrites nobody; an emptied one is null. Null when nothing differs. */
export function changedCustom(before: Custom, after: Readonly<Record<string, CustomValue | undefined>>): Custom | null {
  const changed = Object.entries(after).flatMap(([code, value]) => {
    const now = isEmpty(value) ? null : (value ?? null);
    return JSON.stringify(now) === JSON.stringify(before[code] ?? null) ? [] : [[code, now] as const];
  });
  return changed.length === 0 ? null : Object.fromEntries(changed);
}
