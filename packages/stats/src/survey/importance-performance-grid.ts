import { mean } from '../describe/mean.ts';
import { median } from '../describe/quantile.ts';
import { requireFinite } from '../result/require-finite.ts';

/** What to do about an attribute, by where it lies. */
export type Quadrant = 'keep-up' | 'concentrate-here' | 'low-priority' | 'possible-overkill';

/** Where the quadrants meet: the mean or median of the attributes, or a point of one's own such as the middle of the scale. */
export type Crosshair = 'mean' | 'median' | readonly [importance: number, performance: number];

/** One attribute of the service. */
export interface ImportancePerformancePoint {
  readonly importance: number;
  readonly performance: number;
}

/** The grid of importance and performance. */
export interface ImportancePerformanceGrid {
  readonly kind: 'importance-performance-grid';
  readonly crosshair: readonly [importance: number, performance: number];
  readonly points: readonly (ImportancePerformancePoint & { readonly quadrant: Quadrant })[];
  readonly method: { readonly crosshair: 'mean' | 'median' | 'given' };
}

/**
 * Quadrants of attributes: on or above the crosshair counts as high. Throws RangeError for an empty list, NaN or an infinity.
 * Source: Martilla, James (1977), Journal of Marketing 41(1), 77–79.
 * @example importancePerformanceGrid([{ importance: 6, performance: 3 }, { importance: 4, performance: 5 }]) // { crosshair: [5, 4], points: [{ quadrant: 'concentrate-here' }, { quadrant: 'possible-overkill' }] }
 */
export function importancePerformanceGrid(
  points: readonly ImportancePerformancePoint[],
  { crosshair = 'mean' }: { readonly crosshair?: Crosshair } = {},
): ImportancePerformanceGrid {
  const importances = points.map(({ importance }) => importance);
  const performances = points.map(({ performance }) => performance);
  requireFinite([...importances, ...performances], 'importance and performance');
  const middle = crosshair === 'median' ? median : mean;
  const cut = typeof crosshair === 'string' ? ([middle(importances), middle(performances)] as const) : crosshair;
  return {
    kind: 'importance-performance-grid',
    crosshair: cut,
    points: points.map(({ importance, performance }) => ({
      importance,
      performance,
      quadrant: quadrantOf({ importance, performance }, cut),
    })),
    method: { crosshair: typeof crosshair === 'string' ? crosshair : 'given' },
  };
}

function quadrantOf({ importance, performance }: ImportancePerformancePoint, cut: readonly [number, number]): Quadrant {
  if (reaches(importance, cut[0])) return reaches(performance, cut[1]) ? 'keep-up' : 'concentrate-here';
  return reaches(performance, cut[1]) ? 'possible-overkill' : 'low-priority';
}

/** A value that equals the cut up to rounding lies on it. */
const reaches = (value: number, cut: number): boolean => value >= cut - 1e-12 * Math.abs(cut);
