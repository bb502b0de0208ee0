import { normalQuantile } from '../distribution/normal.ts';
import { insufficient, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { requireFinite, requireShare } from '../result/require-finite.ts';
import { binomialLimit } from './binomial-limit.ts';

/** A unit of a league table of shares: a team, a site, a provider. */
export interface FunnelShare {
  readonly count: number;
  /** whole number of cases */
  readonly n: number;
}

/** A unit of a league table of means, with the standard deviation of single observations where it is its own. */
export interface FunnelMean {
  readonly mean: number;
  readonly n: number;
}

/** Where a unit lies: inside the inner limits, between inner and outer, or beyond the outer ones. */
export type FunnelVerdict = 'within' | 'above-inner' | 'below-inner' | 'above-outer' | 'below-outer';

/** A unit against the limits for its own size. */
export interface FunnelPoint {
  readonly n: number;
  readonly value: number;
  /** standard errors from the target */
  readonly z: number;
  readonly inner: Interval;
  readonly outer: Interval;
  readonly verdict: FunnelVerdict;
}

/** A funnel plot: what a league table may say. */
export interface Funnel {
  readonly kind: 'funnel';
  /** units */
  readonly n: number;
  readonly target: number;
  readonly points: readonly FunnelPoint[];
  /** mean of the squared z of all units, their largest tenth on either side pulled in: far above 1, units differ by more than chance */
  readonly overdispersion: number;
  readonly method: {
    readonly limits: 'binomial' | 'normal';
    readonly inner: number;
    readonly outer: number;
    /** limits were widened by this factor */
    readonly widened: number;
  };
}

/** Settings of a funnel. */
export interface FunnelOptions {
  /** the value to be compared with; the pooled value of all units unless said */
  readonly target?: number;
  /** probability inside the inner and the outer limits; 0.95 and 0.998 unless said */
  readonly inner?: number;
  readonly outer?: number;
  /** widen normal limits by √overdispersion where units differ by more than chance explains; 'none' unless said */
  readonly widen?: 'none' | 'overdispersion';
}

/**
 * Funnel limits for shares: exact binomial limits around a target for each unit's own size, so that a small unit is not blamed for chance.
 * Widened limits are normal. No case at all: insufficient; a target of 0 or 1: undetermined. Throws RangeError for impossible counts.
 * Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202.
 * @example funnelOfShares([{ count: 30, n: 100 }, { count: 12, n: 20 }, { count: 290, n: 1000 }]).points[1] // { value: 0.6, verdict: 'above-inner' }
 */
export function funnelOfShares(units: readonly FunnelShare[], options: FunnelOptions = {}): Outcome<Funnel> {
  units.forEach(requireCases);
  const cases = units.reduce((sum, { n }) => sum + n, 0);
  if (cases === 0) return insufficient(0, 1);
  const { target = units.reduce((sum, { count }) => sum + count, 0) / cases } = options;
  requireShare(target, 'target');
  if (target === 0 || target === 1) return undetermined(units.length, 'no-variation');
  const values = units.map(({ count, n }) => ({ n, value: count / n, error: Math.sqrt((target * (1 - target)) / n) }));
  return funnelOf(values, target, { ...options, exact: (p, n) => binomialLimit(p, n, target) });
}

/**
 * Funnel limits for means: target ± z σ/√n with one σ for single observations. The target is the mean over all observations unless said.
 * No observation: insufficient. Throws RangeError for NaN, an infinity, a unit without observations, or a σ that is not above 0.
 * @example funnelOfMeans([{ mean: 4.1, n: 100 }, { mean: 3.2, n: 9 }], 1.2, { target: 4 }).points[1] // { z: -2…, inner: [3.216…, 4.783…], verdict: 'below-inner' }
 */
export function funnelOfMeans(units: readonly FunnelMean[], sigma: number, options: FunnelOptions = {}): Outcome<Funnel> {
  requireFinite(
    units.flatMap(({ mean, n }) => [mean, n]),
    'units',
  );
  if (!(sigma > 0)) throw new RangeError(`σ is above 0: ${sigma}`);
  if (units.some(({ n }) => !(n > 0))) throw new RangeError('a unit has observations');
  const observations = units.reduce((sum, { n }) => sum + n, 0);
  if (observations === 0) return insufficient(0, 1);
  const { target = units.reduce((sum, { mean, n }) => sum + mean * n, 0) / observations } = options;
  const values = units.map(({ mean, n }) => ({ n, value: mean, error: sigma / Math.sqrt(n) }));
  return funnelOf(values, target, options);
}

function requireCases({ count, n }: FunnelShare): void {
  const possible = Number.isInteger(n) && n >= 1 && count >= 0 && count <= n;
  if (!possible) throw new RangeError(`a unit has cases, and not more hits than cases: ${count} of ${n}`);
}

function requireHeld(inner: number, outer: number): void {
  const possible = inner > 0 && inner < outer && outer < 1;
  if (!possible) throw new RangeError(`limits hold a share of chance, the outer ones more: ${inner}, ${outer}`);
}

interface FunnelValue {
  readonly n: number;
  readonly value: number;
  readonly error: number;
}

type ExactLimit = (probability: number, n: number) => number;

function funnelOf(values: readonly FunnelValue[], target: number, options: FunnelOptions & { readonly exact?: ExactLimit }): Funnel {
  const { inner = 0.95, outer = 0.998, widen = 'none' } = options;
  requireHeld(inner, outer);
  const overdispersion = overdispersionOf(values.map(({ value, error }) => (value - target) / error));
  const widened = widen === 'overdispersion' && isOverdispersed(overdispersion, values.length) ? Math.sqrt(overdispersion) : 1;
  const exact = widened === 1 ? options.exact : undefined;
  const limitsFor = (held: number, { n, error }: FunnelValue): Interval => {
    const tail = (1 - held) / 2;
    if (exact !== undefined) return [exact(tail, n), exact(1 - tail, n)];
    const half = normalQuantile(1 - tail) * error * widened;
    return [target - half, target + half];
  };
  const points = values.map((unit): FunnelPoint => {
    const limits = { inner: limitsFor(inner, unit), outer: limitsFor(outer, unit) };
    return { n: unit.n, value: unit.value, z: (unit.value - target) / unit.error, ...limits, verdict: verdictOf(unit.value, limits) };
  });
  const method = { limits: exact === undefined ? 'normal' : 'binomial', inner, outer, widened } as const;
  return { kind: 'funnel', n: values.length, target, points, overdispersion, method };
}

function verdictOf(value: number, { inner, outer }: { readonly inner: Interval; readonly outer: Interval }): FunnelVerdict {
  if (value > outer[1]) return 'above-outer';
  if (value < outer[0]) return 'below-outer';
  if (value > inner[1]) return 'above-inner';
  return value < inner[0] ? 'below-inner' : 'within';
}

/** Mean square of z scores, of which the tenth at either end are set to the values next to them. */
function overdispersionOf(z: readonly number[]): number {
  const sorted = [...z].sort((a, b) => a - b);
  const cut = Math.floor(0.1 * sorted.length);
  const [low, high] = [sorted[cut]!, sorted[sorted.length - 1 - cut]!];
  return z.reduce((sum, value) => sum + Math.min(high, Math.max(low, value)) ** 2, 0) / z.length;
}

/** Beyond what chance makes of equal units: 1 + 2 √(2/I). */
const isOverdispersed = (overdispersion: number, units: number): boolean => overdispersion > 1 + 2 * Math.sqrt(2 / units);
