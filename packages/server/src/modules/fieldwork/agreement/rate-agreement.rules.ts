import type { AgreedItem, AgreedMeasure, Coefficient } from '@zhiheng/contract/fieldwork/agreement';
import {
  agreementTable,
  cohenKappa,
  intraclassCorrelation,
  krippendorffInterval,
  levelsOf,
  type AlphaMetric,
  type Category,
} from '@zhiheng/stats/agreement';

/** One rater's rating of one session. */
interface Rating<T extends Category = Category> {
  readonly raterId: string;
  readonly rater: string;
  readonly value: T;
}

/** The ratings of a session at one item or measure. */
export interface RatedUnit<T extends Category = Category> {
  readonly sessionId: string;
  readonly number: number;
  readonly startsAt: Date;
  readonly place: string;
  readonly ratings: readonly Rating<T>[];
}

/** Fewer sessions say nothing about raters. */
export const fewestSessions = 5;

type Agreed = Pick<AgreedItem, 'n' | 'ratings' | 'equal' | 'coefficient' | 'widest'>;

/**
 * How far raters agree. The same two in every session: Cohen's kappa, weighted by the square of the distance between levels where they are
 * ordered. Any others: Krippendorff's alpha, which takes any number of raters, and gaps.
 */
export function agreementOf(all: readonly RatedUnit[], metric: AlphaMetric, scale?: readonly Category[]): Agreed {
  const units = all.filter(({ ratings }) => ratings.length > 1);
  return {
    n: units.length,
    ratings: units.reduce((sum, { ratings }) => sum + ratings.length, 0),
    equal: equalShare(units),
    coefficient: units.length < fewestSessions ? { state: 'insufficient', needed: fewestSessions } : coefficientOf(units, metric, scale),
    widest: widestOf(units),
  };
}

/** Of all pairs of ratings of the same session those that are equal. */
function equalShare(units: readonly RatedUnit[]): number | null {
  const pairs = units.flatMap(({ ratings }) =>
    ratings.flatMap(({ value }, at) => ratings.slice(at + 1).map((other) => other.value === value)),
  );
  return pairs.length === 0 ? null : pairs.filter(Boolean).length / pairs.length;
}

function coefficientOf(units: readonly RatedUnit[], metric: AlphaMetric, scale: readonly Category[] | undefined): Coefficient {
  const pair = samePair(units);
  if (pair !== null && metric !== 'interval') {
    const [first, second] = pair.map((raterId) => units.map((unit) => valueOf(unit, raterId))) as [Category[], Category[]];
    const levels = scale ?? levelsOf([first, second]);
    const kappa = cohenKappa(agreementTable(first, second, levels), { weights: metric === 'ordinal' ? 'quadratic' : 'unweighted' });
    if (kappa.kind !== 'cohen-kappa') return { state: 'undetermined' };
    return { state: 'known', kind: 'kappa', value: kappa.kappa, low: kappa.interval[0], high: kappa.interval[1] };
  }
  const rows = units.map(({ ratings }) => ratings.map(({ value }) => value));
  const found = krippendorffInterval(rows, metric, { seed: 1, resamples: 1000 });
  if (found.kind !== 'krippendorff-interval') return { state: 'undetermined' };
  return { state: 'known', kind: 'alpha', value: found.alpha, low: found.interval[0], high: found.interval[1] };
}

/** The two raters of all sessions; null when there are others as well. */
function samePair(units: readonly RatedUnit[]): readonly string[] | null {
  const raters = sameRaters(units);
  return raters?.length === 2 ? raters : null;
}

function sameRaters(units: readonly RatedUnit[]): readonly string[] | null {
  const [first, ...others] = units.map(({ ratings }) => ratings.map(({ raterId }) => raterId).toSorted());
  return first !== undefined && others.every((raters) => raters.join() === first.join()) ? first : null;
}

function valueOf<T extends Category>({ ratings }: RatedUnit<T>, raterId: string): T {
  const found = ratings.find((rating) => rating.raterId === raterId);
  if (found === undefined) throw new RangeError('the rater has not rated this session');
  return found.value;
}

/**
 * The intraclass correlation of a single rating. The same raters in every session: ICC(2,1), their level counts. Others each time: ICC(1,1),
 * over the sessions that the most usual number of raters have rated.
 */
export function correlationOf(all: readonly RatedUnit<number>[]): AgreedMeasure['icc'] {
  const units = all.filter(({ ratings }) => ratings.length > 1);
  const raters = sameRaters(units);
  const form = raters === null ? 'ICC1' : 'ICC2';
  const rows = raters === null ? usualRows(units) : units.map((unit) => raters.map((rater) => valueOf(unit, rater)));
  if (rows.length < fewestSessions) return { state: 'insufficient', needed: fewestSessions };
  return singleRating(rows, form);
}

function singleRating(rows: readonly (readonly number[])[], form: 'ICC1' | 'ICC2'): AgreedMeasure['icc'] {
  const found = intraclassCorrelation(rows);
  const icc = found.kind === 'intraclass-correlation' ? found.forms.find((one) => one.form === form) : undefined;
  if (icc === undefined) return { state: 'undetermined' };
  const [low, high] = icc.interval ?? [null, null];
  return { state: 'known', kind: form === 'ICC1' ? 'icc1' : 'icc2', value: icc.value, low, high };
}

function usualRows(units: readonly RatedUnit<number>[]): number[][] {
  const rows = units.map(({ ratings }) => ratings.map(({ value }) => value));
  const sizes = [...new Set(rows.map(({ length }) => length))];
  const ofSize = sizes.map((size) => rows.filter(({ length }) => length === size));
  return ofSize.toSorted((a, b) => b.length - a.length || (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0] ?? [];
}

/** The three sessions whose raters differ most, by the range on numbers, by how many different options otherwise. */
function widestOf(units: readonly RatedUnit[]): Agreed['widest'] {
  return units
    .map((unit) => ({ unit, spread: spreadOf(unit.ratings.map(({ value }) => value)) }))
    .filter(({ spread }) => spread > 0)
    .toSorted((a, b) => b.spread - a.spread || b.unit.startsAt.getTime() - a.unit.startsAt.getTime())
    .slice(0, 3)
    .map(({ unit: { sessionId, number, startsAt, place, ratings } }) => ({
      ...{ sessionId, number, startsAt: startsAt.toISOString(), place },
      ratings: ratings.map(({ rater, value }) => ({ rater, value: wordsOf(value) })),
    }));
}

function spreadOf(values: readonly Category[]): number {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === values.length ? Math.max(...numbers) - Math.min(...numbers) : new Set(values).size - 1;
}

const wordsOf = (value: Category): string => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);

/** The least agreed first; what has no coefficient stands last, by its share of equal ratings. */
export const leastAgreedFirst = (a: Agreed, b: Agreed): number => placeOf(a) - placeOf(b) || (a.equal ?? 2) - (b.equal ?? 2);

const placeOf = ({ coefficient }: Agreed): number => (coefficient.state === 'known' ? coefficient.value : 2);
