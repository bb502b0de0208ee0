import { crossMomentsOf, meansOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, type Insufficient, type Interval } from '../result/outcome.ts';
import { contrastsOf, type Contrast } from './contrast.ts';

/** A dimension of the questionnaire: which columns hold its items, in the same order for each kind of answer. */
export interface ServqualDimension {
  readonly name: string;
  /** columns (from 0) of what excellent service should be */
  readonly expectation: readonly number[];
  /** columns of what the service is */
  readonly perception: readonly number[];
  /** columns of how important the item is, or of the points given to it */
  readonly importance?: readonly number[];
}

/** Perception minus expectation, over the people who answered. */
export interface Gap extends Omit<Contrast, 'mean'> {
  /** negative: the service falls short */
  readonly gap: number;
}

/** The gap of one item. */
export interface ItemGap extends Gap {
  readonly dimension: string;
  readonly expectation: number;
  readonly perception: number;
  /** mean importance, where it was asked */
  readonly importance: number | null;
}

/** The gap of one dimension: the mean over its items. */
export interface DimensionGap extends Gap {
  readonly name: string;
  /** share of this dimension in the mean importance; null where it was not asked */
  readonly weight: number | null;
}

/** SERVQUAL: gaps per item, per dimension and overall. */
export interface Servqual {
  readonly kind: 'servqual';
  readonly n: number;
  readonly confidence: number;
  readonly items: readonly ItemGap[];
  readonly dimensions: readonly DimensionGap[];
  /** mean of the dimensions, each counted once; differs from the next when dimensions have different numbers of items */
  readonly meanOfDimensions: Gap;
  readonly meanOfItems: Gap;
  /** Σ weight · dimension gap; null without importance. The weights are taken as known in its interval. */
  readonly weightedGap: Gap | null;
  /** Σ item importance · item gap / Σ item importance; null without importance */
  readonly importanceWeightedGap: Gap | null;
  /** mean perception over all items: SERVPERF, after Cronin and Taylor (1992) */
  readonly servperf: { readonly score: number; readonly interval: Interval };
}

/**
 * SERVQUAL from cross-moments of complete answers. Fewer than two people are insufficient. Throws RangeError when a dimension has no
 * item, when its lists differ in length, or when a column is not there.
 * Sources: Parasuraman, Zeithaml, Berry (1988), Journal of Retailing 64, 12–40, and (1991), 67, 420–450, for the weights; Cronin, Taylor
 * (1992), Journal of Marketing 56(3), 55–68.
 * @example servqualFromMoments({ n: 3, origin: [0, 0], sums: [20, 16], products: [[134, 107], [107, 86]] }, [{ name: 'reliability', expectation: [0], perception: [1] }]) // { n: 3, meanOfItems: { gap: -1.33333333…, t: -4.000000… }, servperf: { score: 5.33333333… }, weightedGap: null }
 */
export function servqualFromMoments(
  moments: CrossMoments,
  dimensions: readonly ServqualDimension[],
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): Servqual | Insufficient {
  if (moments.n < 2) return insufficient(moments.n, 2);
  for (const dimension of dimensions) requireDimension(dimension, moments.origin.length);
  if (dimensions.length === 0) throw new RangeError('at least one dimension is needed');
  const contrast = contrastsOf(moments, { confidence });
  const means = meansOf(moments);
  const gapOf = (parts: readonly Part[]): Gap => asGap(contrast(gapWeights(parts)));
  const items = dimensions.flatMap((dimension) => itemsOf(dimension));
  const weights = dimensionWeights(dimensions, means);
  const equal = (list: readonly ItemColumns[], total: number): Part[] => list.map((columns) => ({ columns, weight: total / list.length }));
  const perceived = contrast(new Map(items.map(({ perception }) => [perception, 1 / items.length])));
  return {
    kind: 'servqual',
    n: moments.n,
    confidence,
    items: items.map((columns) => itemGap(columns, means, gapOf([{ columns, weight: 1 }]))),
    dimensions: dimensions.map((dimension, d) => ({
      name: dimension.name,
      weight: weights?.[d] ?? null,
      ...gapOf(equal(itemsOf(dimension), 1)),
    })),
    meanOfDimensions: gapOf(dimensions.flatMap((dimension) => equal(itemsOf(dimension), 1 / dimensions.length))),
    meanOfItems: gapOf(equal(items, 1)),
    weightedGap: weights === null ? null : gapOf(dimensions.flatMap((dimension, d) => equal(itemsOf(dimension), weights[d]!))),
    importanceWeightedGap: weights === null ? null : gapOf(importanceParts(items, means)),
    servperf: { score: perceived.mean, interval: perceived.interval },
  };
}

/**
 * SERVQUAL of complete rows, one per person. As `servqualFromMoments`; throws RangeError also for rows of unequal length and answers that are
 * not finite.
 * @example servqual([[7, 5], [6, 5], [7, 6]], [{ name: 'reliability', expectation: [0], perception: [1] }]) // { n: 3, items: [{ expectation: 6.66666666…, perception: 5.33333333…, gap: -1.33333333… }] }
 */
export function servqual(
  rows: readonly (readonly number[])[],
  dimensions: readonly ServqualDimension[],
  options: { readonly confidence?: number } = {},
): Servqual | Insufficient {
  return servqualFromMoments(crossMomentsOf(rows), dimensions, options);
}

interface ItemColumns {
  readonly dimension: string;
  readonly expectation: number;
  readonly perception: number;
  readonly importance: number | undefined;
}

interface Part {
  readonly columns: ItemColumns;
  readonly weight: number;
}

function requireDimension({ name, expectation, perception, importance = perception }: ServqualDimension, columns: number): void {
  if (perception.length === 0 || expectation.length !== perception.length || importance.length !== perception.length) {
    throw new RangeError(`dimension ${name} needs as many expectations (and importances) as perceptions, and at least one`);
  }
  const strange = [...expectation, ...perception, ...importance].find(
    (column) => !(Number.isInteger(column) && column >= 0 && column < columns),
  );
  if (strange !== undefined) throw new RangeError(`dimension ${name} names column ${strange}, which is not there`);
}

const itemsOf = ({ name, expectation, perception, importance }: ServqualDimension): ItemColumns[] =>
  perception.map((column, i) => ({ dimension: name, expectation: expectation[i]!, perception: column, importance: importance?.[i] }));

/** Shares of the dimensions in the mean importance of their items; null unless every dimension has it. */
function dimensionWeights(dimensions: readonly ServqualDimension[], means: readonly number[]): number[] | null {
  const importances = dimensions.map(({ importance }) =>
    importance === undefined ? null : importance.reduce((sum, column) => sum + means[column]!, 0) / importance.length,
  );
  if (!importances.every((importance) => importance !== null)) return null;
  const total = importances.reduce((sum, importance) => sum + importance, 0);
  return total > 0 ? importances.map((importance) => importance / total) : null;
}

function importanceParts(items: readonly ItemColumns[], means: readonly number[]): Part[] {
  const importance = (columns: ItemColumns): number => (columns.importance === undefined ? 0 : means[columns.importance]!);
  const total = items.reduce((sum, columns) => sum + importance(columns), 0);
  return items.map((columns) => ({ columns, weight: importance(columns) / total }));
}

/** Weights of the columns in Σ weight · (perception − expectation); a column may serve several items. */
function gapWeights(parts: readonly Part[]): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  const add = (column: number, weight: number): void => void weights.set(column, (weights.get(column) ?? 0) + weight);
  for (const { columns, weight } of parts) {
    add(columns.perception, weight);
    add(columns.expectation, -weight);
  }
  return weights;
}

const itemGap = ({ dimension, expectation, perception, importance }: ItemColumns, means: readonly number[], gap: Gap): ItemGap => ({
  dimension,
  expectation: means[expectation]!,
  perception: means[perception]!,
  importance: importance === undefined ? null : means[importance]!,
  ...gap,
});

const asGap = ({ mean, ...rest }: Contrast): Gap => ({ gap: mean, ...rest });
