export { clusterRecovery } from './cluster-recovery.ts';
export { clustersByGap, gapOf, rowsWithoutGroups, type Gap } from './gap-statistic.ts';
export { inOrder, kMeans, moveCentres, squaredDistance, type KMeans, type KMeansOptions, type Partition } from './k-means.ts';
export { silhouette, type Silhouette } from './silhouette.ts';
export { standardiseRows, type StandardisedRows } from './standardise-rows.ts';
