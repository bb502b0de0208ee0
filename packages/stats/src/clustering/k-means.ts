import { seededRandom, type Random } from '../random/seeded-random.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { requireTable } from '../result/require-finite.ts';
import { exchangeRows } from './exchange-rows.ts';
import { squaredDistance, type Partition } from './partition.ts';

type Rows = readonly (readonly number[])[];

/** Groups of rows that lie close together. */
export interface KMeans extends Partition {
  readonly kind: 'k-means';
  readonly n: number;
  readonly method: { readonly start: 'k-means++'; readonly starts: number };
}

/** How many groups, from which seed, and how often it is begun anew; 20 times unless said. */
export interface KMeansOptions {
  readonly clusters: number;
  readonly seed: number;
  readonly starts?: number;
}

/** After so many passes the centres of any survey stand still. */
const mostPasses = 300;

/**
 * K-means: the partition into `clusters` groups with the smallest sum of squared distances to the group means that was found from several starts. Centres
 * begin at rows drawn by k-means++, are moved to the means of their rows until none changes its group, and then single rows are exchanged (Hartigan). Fewer rows than groups are insufficient; fewer
 * different rows than groups leave them undetermined. Standardise first where columns differ in scale. The same seed gives the same groups. Source:
 * Lloyd (1982), IEEE Transactions on Information Theory 28, 129–137; starts: Arthur, Vassilvitskii (2007), Proceedings of SODA, 1027–1035. Throws RangeError
 * for fewer than one group or start, a seed that is no integer, rows of unequal length, NaN and infinities.
 * @example kMeans([[0], [1], [10], [11], [12]], { clusters: 2, seed: 1 }) // { n: 5, centres: [[11], [0.5]], labels: [1, 1, 0, 0, 0], sizes: [3, 2], within: 2.5 }
 */
export function kMeans(rows: Rows, { clusters, seed, starts = 20 }: KMeansOptions): Outcome<KMeans> {
  requireTable(rows);
  if (!(clusters >= 1 && starts >= 1)) throw new RangeError(`there must be a group and a start: ${clusters}, ${starts}`);
  const n = rows.length;
  if (n < clusters) return insufficient(n, clusters);
  if (new Set(rows.map((row) => row.join())).size < clusters) return undetermined(n, 'no-variation');
  const random = seededRandom(seed);
  let best = settle(rows, drawCentres(rows, clusters, random));
  for (let start = 1; start < starts; start++) {
    const found = settle(rows, drawCentres(rows, clusters, random));
    if (found.within < best.within) best = found;
  }
  return { kind: 'k-means', n, ...inOrder(best), method: { start: 'k-means++', starts } };
}

/**
 * One pass: every row goes to its nearest centre (the first of equals), every centre to the mean of its rows. A centre without rows takes the row that is
 * farthest from its own. `labels`, `sizes` and `within` belong to the centres that were given, `centres` are the moved ones; once they are the given ones the
 * partition stands still. Throws RangeError where there is no centre.
 * @example moveCentres([[0], [1], [10], [11]], [[0], [1]]) // { labels: [0, 1, 1, 1], sizes: [1, 3], within: 181, centres: [[0], [7.333…]] }
 */
export function moveCentres(rows: Rows, centres: Rows): Partition {
  const width = centres[0]?.length;
  if (width === undefined) throw new RangeError('there is no centre');
  const sums = centres.map(() => new Float64Array(width));
  const sizes = centres.map(() => 0);
  let within = 0;
  let farthest = { row: 0, distance: -1 };
  const labels = rows.map((row, i) => {
    const { nearest, distance } = nearestOf(row, centres);
    within += distance;
    sizes[nearest]! += 1;
    if (distance > farthest.distance) farthest = { row: i, distance };
    const sum = sums[nearest]!;
    for (let j = 0; j < width; j++) sum[j]! += row[j]!;
    return nearest;
  });
  const moved = sums.map((sum, at) => (sizes[at] === 0 ? [...(rows[farthest.row] ?? [])] : Array.from(sum, (value) => value / sizes[at]!)));
  return { centres: moved, labels, sizes, within };
}

function nearestOf(row: readonly number[], centres: Rows): { readonly nearest: number; readonly distance: number } {
  let nearest = 0;
  let distance = Infinity;
  centres.forEach((centre, at) => {
    const own = squaredDistance(row, centre);
    if (own < distance) [nearest, distance] = [at, own];
  });
  return { nearest, distance };
}

/** Whole passes first, then single rows, until neither makes the groups closer. */
function settle(rows: Rows, start: Rows): Partition {
  let found = moveCentres(rows, start);
  for (let pass = 1; pass < mostPasses; pass++) {
    const next = moveCentres(rows, found.centres);
    const stands = next.sizes.every((size) => size > 0) && next.labels.every((label, i) => label === found.labels[i]);
    found = next;
    if (stands) break;
  }
  return exchangeRows(rows, found);
}

/** The first at random, each further one with a probability that grows with the squared distance to those that are there. */
function drawCentres(rows: Rows, clusters: number, random: Random): Rows {
  const centres = [rows[Math.floor(random() * rows.length)]!];
  const distances = rows.map((row) => squaredDistance(row, centres[0]!));
  while (centres.length < clusters) {
    const next = rows[placeOf(distances, random())]!;
    centres.push(next);
    rows.forEach((row, i) => (distances[i] = Math.min(distances[i]!, squaredDistance(row, next))));
  }
  return centres;
}

/** Where a share of the sum of positive numbers is reached. */
function placeOf(weights: readonly number[], share: number): number {
  let left = share * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found < 0 ? weights.findLastIndex((weight) => weight > 0) : found;
}

/**
 * The same partition with the largest group first; of equally large ones the one whose centre comes first by its coordinates.
 * @example inOrder({ centres: [[9], [1]], labels: [0, 1, 1], sizes: [1, 2], within: 0 }) // { centres: [[1], [9]], labels: [1, 0, 0], sizes: [2, 1] }
 */
export function inOrder({ centres, labels, sizes, within }: Partition): Partition {
  const order = [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]! || compare(centres[a]!, centres[b]!));
  const place = order.map((_, at) => order.indexOf(at));
  return { centres: order.map((at) => centres[at]!), sizes: order.map((at) => sizes[at]!), labels: labels.map((at) => place[at]!), within };
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((found, value, j) => (found === 0 ? value - b[j]! : found), 0);
