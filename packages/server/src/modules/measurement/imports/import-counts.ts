import type { z } from 'zod';
import type { importCounts } from '@zhiheng/contract/measurement/imports';
import type { StoredBatch } from '../incoming-rows.ts';

export type ImportCounts = z.infer<typeof importCounts>;

export const emptyCounts: ImportCounts = { rows: 0, records: 0, stored: 0, corrected: 0, unchanged: 0, quarantined: 0, blank: 0 };

/** Counts after one more batch. */
export function addBatch(counts: ImportCounts, batch: { rows: number; records: number; blank: number }, stored: StoredBatch): ImportCounts {
  return {
    rows: counts.rows + batch.rows,
    records: counts.records + batch.records,
    blank: counts.blank + batch.blank,
    stored: counts.stored + stored.stored,
    corrected: counts.corrected + stored.corrected,
    unchanged: counts.unchanged + stored.unchanged,
    quarantined: counts.quarantined + stored.quarantined,
  };
}
