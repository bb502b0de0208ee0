import {
  clusterRecovery,
  clustersByGap,
  gapOf,
  kMeans,
  moveCentres,
  rowsWithoutGroups,
  silhouette,
  type Gap,
  type Partition,
} from '@zhiheng/stats/clustering';
import { seededRandom, type Random } from '@zhiheng/stats/random';
import { isDetermined, type Insufficient, type Undetermined } from '@zhiheng/stats/result';
import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Steps } from '../run-steps.ts';

type Rows = readonly (readonly number[])[];

/** Numbers of groups that are tried. */
const mostClusters = 8;
/** So often a partition of the answers is begun anew, and so often one of other rows, of which there are many. */
const starts = 20;
const fewStarts = 4;
/** Tables without groups that the answers are compared with, and samples that groups are looked for again in. */
const references = 20;
const resamples = 50;

/** A partition into so many groups, and what speaks for that number. */
export interface Candidate extends Omit<AnalysisResultOf<'clusters'>['candidates'][number], 'smallest'> {
  readonly partition: Partition;
  readonly smallest: number;
}

interface Candidates {
  readonly kind: 'candidates';
  readonly candidates: readonly Candidate[];
  readonly byGap: number;
}

/** One group, two, three …, each judged by its silhouette and by its gap; fewer numbers where few answers differ. */
export function* candidates(rows: Rows, seed: number): Steps<Candidates | Insufficient | Undetermined> {
  const random = seededRandom(seed);
  const chance = Array.from({ length: references }, () => rowsWithoutGroups(rows, random));
  const found: Candidate[] = [];
  for (let count = 1; count <= mostClusters; count++) {
    const partition = kMeans(rows, { clusters: count, seed, starts });
    // So few answers differ that there cannot be more groups.
    if (!isDetermined(partition) || partition.within === 0) {
      if (found.length > 1) break;
      return isDetermined(partition) ? { kind: 'undetermined', n: rows.length, reason: 'no-variation' } : partition;
    }
    const gap = yield* gapAmong(chance, { partition, count, seed });
    const apart = silhouette(rows, partition.labels);
    yield share(count, 1);
    found.push({
      ...{ clusters: count, partition, smallest: Math.min(...partition.sizes), within: partition.within },
      ...{ silhouette: isDetermined(apart) ? apart.mean : null, gap: gap.gap, gapError: gap.error },
    });
  }
  const byGap = clustersByGap(found.map(({ gap, gapError }) => ({ gap, error: gapError })));
  return { kind: 'candidates', candidates: found, byGap };
}

/** Choosing the number takes the first half of the time. */
const share = (count: number, part: number): number => (0.5 * (count - 1 + part)) / mostClusters;

interface Tried {
  readonly partition: Partition;
  readonly count: number;
  readonly seed: number;
}

function* gapAmong(chance: readonly Rows[], { partition, count, seed }: Tried): Steps<Gap> {
  const sums: number[] = [];
  for (const rows of chance) {
    const other = kMeans(rows, { clusters: count, seed, starts: fewStarts });
    if (isDetermined(other)) sums.push(other.within);
    yield share(count, sums.length / chance.length);
  }
  return gapOf(partition.within, sums);
}

/** How much of each group is found again when answers are drawn anew with replacement, on average. */
export function* stability(rows: Rows, partition: Partition, seed: number): Steps<(number | null)[]> {
  const random = seededRandom(seed + 1);
  const clusters = partition.centres.length;
  const sums = partition.sizes.map(() => ({ sum: 0, times: 0 }));
  for (let drawn = 0; drawn < resamples; drawn++) {
    const places = drawnPlaces(rows.length, random);
    const again = kMeans(
      places.map((place) => rows[place] ?? []),
      { clusters, seed: seed + drawn, starts: fewStarts },
    );
    yield 0.6 + (0.4 * drawn) / resamples;
    if (!isDetermined(again)) continue;
    // Every answer is judged once, however often it was drawn.
    const others = moveCentres(rows, again.centres).labels;
    clusterRecovery(partition.labels, others, clusters).forEach((recovered, at) => {
      const own = sums[at];
      if (own === undefined || recovered === null) return;
      own.sum += recovered;
      own.times += 1;
    });
  }
  return sums.map(({ sum, times }) => (times === 0 ? null : sum / times));
}

const drawnPlaces = (n: number, random: Random): readonly number[] => Array.from({ length: n }, () => Math.floor(random() * n));
