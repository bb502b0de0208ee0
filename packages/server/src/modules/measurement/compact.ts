import type { Db } from '../../platform/database/connect.ts';

/** Merges waiting deltas of one organisation into its rollups, and takes stale extremes again from the raw rows. */
export async function compact(_root: Db, _orgId: string): Promise<void> {
  throw new Error('being written');
}
