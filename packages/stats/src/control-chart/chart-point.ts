/** A value on a chart, with its centre and its standard error. */
export interface ChartValue {
  readonly value: number;
  readonly center: number;
  /** standard error of the value, as the limits take it */
  readonly error: number;
}

/** One point of a control chart. */
export interface ChartPoint extends ChartValue {
  readonly lower: number;
  readonly upper: number;
}

/**
 * A point with its limits so many standard errors from the centre, kept between a floor and a ceiling where what is charted has them.
 * @example chartPoint({ value: 5, center: 4, error: 2 }, 3, { floor: 0 }) // { value: 5, center: 4, error: 2, lower: 0, upper: 10 }
 */
export function chartPoint(
  { value, center, error }: ChartValue,
  nsigmas: number,
  { floor = -Infinity, ceiling = Infinity }: { readonly floor?: number; readonly ceiling?: number } = {},
): ChartPoint {
  const half = nsigmas * error;
  return { value, center, error, lower: Math.max(floor, center - half), upper: Math.min(ceiling, center + half) };
}
