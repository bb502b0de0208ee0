import { clustersByGap, gapOf, kMeans, rowsWithoutGroups, silhouette, standardiseRows } from '@zhiheng/stats/clustering';
import { completeRows } from '@zhiheng/stats/moments';
import { seededRandom } from '@zhiheng/stats/random';
import { z } from 'zod';
import { determined } from '../determined.ts';
import type { MethodTable } from '../problem.ts';

const settings = z.object({
  items: z.array(z.string()),
  clusters: z.array(z.number().int()),
  most: z.number().int(),
  references: z.number().int(),
  seed: z.number().int(),
});

export const clusteringMethods: MethodTable = {
  k_means: (problem) => {
    const { items, clusters, most, references, seed } = settings.parse(problem.params);
    const { rows } = determined(standardiseRows(completeRows(problem.table().rowsWithMissing(items))));
    const random = seededRandom(seed);
    const chance = Array.from({ length: references }, () => rowsWithoutGroups(rows, random));
    const gaps = Array.from({ length: most }, (_, i) => {
      const withinOf = (each: typeof rows, starts: number) => determined(kMeans(each, { clusters: i + 1, seed, starts })).within;
      return gapOf(
        withinOf(rows, 20),
        chance.map((each) => withinOf(each, 10)),
      );
    });
    return {
      n: rows.length,
      groups: clusters.map((k) => {
        const found = determined(kMeans(rows, { clusters: k, seed }));
        const apart = determined(silhouette(rows, found.labels));
        const { within, sizes, centres } = found;
        return { clusters: k, within, sizes, centres, silhouette: apart.mean, silhouettes: apart.clusters };
      }),
      gaps: gaps.map(({ gap }) => gap),
      clusters_by_gap: clustersByGap(gaps),
    };
  },
};
