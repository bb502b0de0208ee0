import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { requireSameLength, requireTable } from '../result/require-finite.ts';
import { squaredDistance } from './partition.ts';

/** How much closer rows lie to their own group than to the next one: 1 far apart, 0 between two groups, below 0 in the wrong one. */
export interface Silhouette {
  readonly kind: 'silhouette';
  readonly n: number;
  readonly mean: number;
  /** mean per group */
  readonly clusters: readonly number[];
}

/**
 * Mean silhouette width by Euclidean distance: (b − a)/max(a, b) with a the mean distance to the own group and b that to the nearest other; 0 where a row is
 * alone in its group. `labels` number the groups from 0 without a gap. No row: insufficient; a single group: undetermined. Takes the square of n distances.
 * Source: Rousseeuw (1987), Journal of Computational and Applied Mathematics 20, 53–65. Throws RangeError for labels and rows of unequal number and for labels
 * with a gap.
 * @example silhouette([[0], [1], [10], [11]], [0, 0, 1, 1]) // { n: 4, mean: 0.8997…, clusters: [0.8997…, 0.8997…] }
 */
export function silhouette(rows: readonly (readonly number[])[], labels: readonly number[]): Outcome<Silhouette> {
  requireTable(rows);
  requireSameLength(rows, labels);
  const n = rows.length;
  if (n === 0) return insufficient(0, 2);
  const sizes = sizesOf(labels);
  if (sizes.length < 2) return undetermined(n, 'no-variation');
  const widths = rows.map((row, i) => {
    const sums = sizes.map(() => 0);
    for (let j = 0; j < n; j++) sums[labels[j]!]! += Math.sqrt(squaredDistance(row, rows[j]!));
    return widthOf(sums, sizes, labels[i]!);
  });
  const clusters = sizes.map((size, at) => widths.reduce((sum, width, i) => (labels[i] === at ? sum + width : sum), 0) / size);
  return { kind: 'silhouette', n, mean: widths.reduce((sum, width) => sum + width, 0) / n, clusters };
}

function widthOf(sums: readonly number[], sizes: readonly number[], own: number): number {
  if (sizes[own] === 1) return 0;
  const inside = sums[own]! / (sizes[own]! - 1);
  const outside = sums.reduce((least, sum, at) => (at === own ? least : Math.min(least, sum / sizes[at]!)), Infinity);
  const larger = Math.max(inside, outside);
  return larger === 0 ? 0 : (outside - inside) / larger;
}

function sizesOf(labels: readonly number[]): readonly number[] {
  const sizes = Array<number>(1 + labels.reduce((most, label) => Math.max(most, label), -1)).fill(0);
  for (const label of labels) sizes[label]! += 1;
  if (sizes.some((size) => !(size > 0))) throw new RangeError('groups are numbered from 0 without a gap');
  return sizes;
}
