import type { ContrastDesign } from './contrast-test.ts';

/** What a series was before and after its change, as a regression. */
export interface StepOptions {
  /** the first time after the change */
  readonly start: number;
  /** does the series run on a line that the change may bend? */
  readonly trend: boolean;
  /** periods after which a pattern returns, such as 7 for days; none unless said */
  readonly season?: number;
}

/**
 * The change of the mean after a start, as a regression of the series. Without trend: intercept and step, and the step is asked for. With
 * trend: intercept, trend, level and slope after the start (Wagner et al. 2002), and the mean distance of the values after the start from the
 * line continued is asked for. A season adds a column for each of its places but the last.
 * Source: Wagner et al. (2002), Journal of Clinical Pharmacy and Therapeutics 27, 299–309.
 * @example stepDesign([1, 2, 3], { start: 3, trend: false }) // { rows: [[1, 0], [1, 0], [1, 1]], contrast: [0, 1] }
 * @example stepDesign([1, 2, 3, 4], { start: 3, trend: true }) // { rows: [[1, -2, 0, 0], [1, -1, 0, 0], [1, 0, 1, 0], [1, 1, 1, 1]], contrast: [0, 0, 1, 0.5] }
 */
export function stepDesign(times: readonly number[], { start, trend, season = 1 }: StepOptions): ContrastDesign {
  const after = times.filter((time) => time >= start);
  const meanSince = after.reduce((sum, time) => sum + time - start, 0) / Math.max(1, after.length);
  const places = Array.from({ length: season - 1 }, (_, place) => place);
  const rows = times.map((time) => {
    const since = time - start;
    const step = Number(since >= 0);
    const seasonal = places.map((place) => Number(((since % season) + season) % season === place));
    return trend ? [1, since, step, step * since, ...seasonal] : [1, step, ...seasonal];
  });
  const zeros = places.map(() => 0);
  return { times, rows, contrast: trend ? [0, 0, 1, meanSince, ...zeros] : [0, 1, ...zeros] };
}
