import type { DateOverride } from '../calendar/calendar.ts';

/**
 * Dates in order, each kind once a date: spans are put together, a whole day swallows them, and the first name stays.
 * @example mergeOverrides([{ date: '2026-05-01', kind: 'closure', spans: [{ from: '12:00', to: '13:00' }] }, { date: '2026-05-01', kind: 'closure' }]) // [{ date: '2026-05-01', kind: 'closure' }]
 */
export function mergeOverrides(overrides: readonly DateOverride[]): DateOverride[] {
  const merged = new Map<string, DateOverride>();
  for (const override of overrides) {
    const key = `${override.date} ${override.kind}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? override : merge(known, override));
  }
  return [...merged.values()].sort((a, b) => a.date.localeCompare(b.date));
}

function merge({ spans, ...first }: DateOverride, second: DateOverride): DateOverride {
  return spans === undefined || second.spans === undefined ? first : { ...first, spans: [...spans, ...second.spans] };
}
