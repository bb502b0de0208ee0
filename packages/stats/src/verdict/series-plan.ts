/** One period of a series, such as a day or a week. */
export interface SeriesPoint {
  /** whole number that rises by 1 with each period; periods without values are left out */
  readonly at: number;
  readonly value: number;
  /** observations behind the value */
  readonly n: number;
}

/** How a series is judged whose course before the change is known. */
export type SeriesMethod = 'before-after' | 'interrupted-time-series' | 'comparison-unit' | 'control-chart';

/**
 * What is fixed before the work begins. For `comparison-unit` the values are differences between the unit and what it is compared with.
 */
export interface SeriesPlan {
  readonly method: SeriesMethod;
  readonly better: 'higher' | 'lower';
  /** smallest change worth the work, above 0, in the unit of the values */
  readonly expectedChange: number;
  /** two-sided chance of a wrong verdict over all looks */
  readonly alpha: number;
  /** chance of seeing the expected change */
  readonly power: number;
  readonly looks: 'once' | 'sequential';
  readonly baseline: readonly SeriesPoint[];
  /** first period of the change, and how many are waited for */
  readonly start: number;
  readonly periods: number;
  /** observations needed after the start */
  readonly minimumN: number;
  /** periods after which a pattern returns; none: 1 */
  readonly season: number;
  /** means of all units of the kind in the baseline, when the unit was picked because it was the worst; its own place among them */
  readonly picked: { readonly values: readonly number[]; readonly chosen: number } | null;
}

/** Shares of the planned periods after which a sequential plan looks. */
export const plannedLooks = [0.25, 0.5, 0.75, 1] as const;

/**
 * Whether more is better, as a sign.
 * @example signOf('lower') // -1
 */
export const signOf = (better: SeriesPlan['better']): 1 | -1 => (better === 'higher' ? 1 : -1);

/**
 * The numbers of periods after which a plan looks, each at least 3 and the last the planned end.
 * @example looksOf({ looks: 'sequential', periods: 10 }) // [3, 5, 8, 10]
 */
export function looksOf({ looks, periods }: Pick<SeriesPlan, 'looks' | 'periods'>): number[] {
  if (looks === 'once') return [periods];
  const at = plannedLooks.map((share) => Math.max(3, Math.ceil(share * periods)));
  return [...new Set(at)].filter((count) => count <= periods);
}
