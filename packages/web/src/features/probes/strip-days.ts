import type { ProbeDay } from '@zhiheng/contract/monitoring/probes';
import type { StripDay } from '../../ui/day-strip.tsx';

const day = 86_400_000;

/** So many days up to `today` (`2026-11-21`); days without a run are there, empty. */
export function stripDays(found: readonly ProbeDay[], today: string, count: number): StripDay[] {
  const byDay = new Map(found.map((one) => [one.day, one]));
  const last = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) => {
    const key = new Date(last - (count - 1 - index) * day).toISOString().slice(0, 10);
    const one = byDay.get(key);
    return { day: key, good: one?.up ?? 0, bad: one?.down ?? 0, missing: one?.missed ?? 0 };
  });
}

/** Sums over days. */
export function totalOf(days: readonly StripDay[]): Omit<StripDay, 'day'> {
  const sum = (key: 'good' | 'bad' | 'missing') => days.reduce((total, one) => total + one[key], 0);
  return { good: sum('good'), bad: sum('bad'), missing: sum('missing') };
}
