export { clusterRecovery } from './cluster-recovery.ts';
export { clustersByGap, gapOf, rowsWithoutGroups, type Gap } from './gap-statistic.ts';
export { inOrder, kMeans, moveCentres, type KMeans, type KMeansOptions } from './k-means.ts';
export { squaredDistance, type Partition } from './partition.ts';
export { silhouette, type Silhouette } from './silhouette.ts';
export { standardiseRows, type StandardisedRows } from './standardise-rows.ts';
