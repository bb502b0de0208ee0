import { squaredDistance, type Partition } from './partition.ts';

/** After so many passes over the rows of any survey none changes its group. */
const mostPasses = 100;

/**
 * Moves single rows to another group as long as that makes the sum of squared distances smaller, the moved means taken into account: partitions that whole
 * passes cannot make better often can be. A row adds n/(n + 1) d² to a group of n that it joins and takes n/(n − 1) d² from one of n that it leaves. A group keeps its
 * last row. Source: Hartigan (1975), Clustering Algorithms, ch. 4.
 * @example exchangeRows([[0], [4], [9]], { centres: [[2], [9]], labels: [0, 0, 1], sizes: [2, 1], within: 8 }) // { labels: [0, 0, 1], sizes: [2, 1], within: 8 }
 * @example exchangeRows([[0], [1], [8], [12]], { centres: [[0], [7]], labels: [0, 1, 1, 1], sizes: [1, 3], within: 62 }) // { centres: [[0.5], [10]], labels: [0, 0, 1, 1], sizes: [2, 2], within: 8.5 }
 */
export function exchangeRows(rows: readonly (readonly number[])[], partition: Partition): Partition {
  const centres = partition.centres.map((centre) => [...centre]);
  const [labels, sizes] = [[...partition.labels], [...partition.sizes]];
  const state = { centres, labels, sizes };
  for (let pass = 0; pass < mostPasses; pass++) {
    const moved = rows.filter((row, i) => moveRow(state, row, i)).length;
    if (moved === 0) break;
  }
  return { ...state, within: rows.reduce((sum, row, i) => sum + squaredDistance(row, centres[labels[i]!]!), 0) };
}

interface State {
  readonly centres: number[][];
  readonly labels: number[];
  readonly sizes: number[];
}

/** Rounding must not send a row to and fro for ever. */
const leastGain = 1e-12;

function moveRow({ centres, labels, sizes }: State, row: readonly number[], i: number): boolean {
  const own = labels[i]!;
  if (sizes[own]! < 2) return false;
  let best = own;
  let least = (sizes[own]! / (sizes[own]! - 1)) * squaredDistance(row, centres[own]!) * (1 - leastGain);
  centres.forEach((centre, at) => {
    const cost = at === own ? Infinity : (sizes[at]! / (sizes[at]! + 1)) * squaredDistance(row, centre);
    if (cost < least) [best, least] = [at, cost];
  });
  if (best === own) return false;
  shift(centres[own]!, row, -1 / (sizes[own]! - 1));
  shift(centres[best]!, row, 1 / (sizes[best]! + 1));
  sizes[own]! -= 1;
  sizes[best]! += 1;
  labels[i] = best;
  return true;
}

/** The mean after a row came (share above 0) or went. */
function shift(centre: number[], row: readonly number[], share: number): void {
  for (let j = 0; j < centre.length; j++) centre[j]! += share * (row[j]! - centre[j]!);
}
