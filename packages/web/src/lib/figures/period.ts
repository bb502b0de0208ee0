export type PeriodGrain = 'month' | 'quarter' | 'year';

/** `2026-11` is a month, `2026-Q4` a quarter, `2026` a year. */
export function grainOf(period: string): PeriodGrain {
  if (period.length === 4) return 'year';
  return period.includes('Q') ? 'quarter' : 'month';
}

/** The quarter or year in which a period lies; the period itself when it is already that long. */
export function widen(period: string, grain: PeriodGrain): string {
  const year = period.slice(0, 4);
  if (grain === 'year') return year;
  if (grain === 'quarter' && grainOf(period) === 'month') return `${year}-Q${Math.ceil(Number(period.slice(5)) / 3)}`;
  return period;
}

/** Periods of one length, newest first, made from those that hold data. */
export function periodsOf(grain: PeriodGrain, known: readonly string[]): string[] {
  const long = known.filter((period) => lengths[grainOf(period)] <= lengths[grain]).map((period) => widen(period, grain));
  return [...new Set(long)].sort().reverse();
}
const lengths = { month: 1, quarter: 2, year: 3 } as const satisfies Record<PeriodGrain, number>;

/** First day and the day after the last, as plain dates. */
export function daysOf(period: string): { from: string; until: string } {
  const year = Number(period.slice(0, 4));
  const grain = grainOf(period);
  if (grain === 'year') return { from: `${year}-01-01`, until: `${year + 1}-01-01` };
  const first = grain === 'quarter' ? Number(period.slice(6)) * 3 - 3 : Number(period.slice(5)) - 1;
  const day = (month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  return { from: day(first), until: day(first + (grain === 'quarter' ? 3 : 1)) };
}
