import type { DateRange } from '../calendar/calendar.ts';
import cn2024 from './cn-2024.json' with { type: 'json' };
import cn2025 from './cn-2025.json' with { type: 'json' };
import cn2026 from './cn-2026.json' with { type: 'json' };
import type { HolidayYear } from './holiday-year.ts';

const published: readonly HolidayYear[] = [cn2024, cn2025, cn2026];

/** The holidays of this year are not announced yet, or not known here. */
export interface Unpublished {
  readonly kind: 'unpublished';
  readonly country: string;
  readonly year: number;
}

/**
 * The years of a country whose holidays ship with this package, oldest first; none for a country that is not covered.
 * @example publishedYears('CN') // [2024, 2025, 2026]
 */
export const publishedYears = (country: string): number[] => published.filter((known) => known.country === country).map(({ year }) => year);

/**
 * The holidays of one year. A year that is not announced is no year without holidays.
 * @example holidayYear('CN', 2026) // { year: 2026, version: 1 }
 * @example holidayYear('CN', 2031) // { kind: 'unpublished', country: 'CN', year: 2031 }
 */
export function holidayYear(country: string, year: number): HolidayYear | Unpublished {
  return published.find((known) => known.country === country && known.year === year) ?? { kind: 'unpublished', country, year };
}

/**
 * The years that dates of a range fall in although their holidays are not known: deadlines there may still move.
 * @example unpublishedYears('CN', { from: '2026-11-01', to: '2027-02-01' }) // [2027]
 */
export function unpublishedYears(country: string, { from, to }: DateRange): number[] {
  const known = new Set(publishedYears(country));
  const unknown: number[] = [];
  for (let year = Number(from.slice(0, 4)); `${year}-01-01` < to; year++) if (!known.has(year)) unknown.push(year);
  return unknown;
}
