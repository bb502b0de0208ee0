import type { LogHistogram } from '@zhiheng/stats';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { SliceBy } from '@zhiheng/contract/evaluation/scores';
import type { Operation } from '../../platform/operation.ts';

export interface SumsQuery {
  /** ids; leave out for all */
  readonly indicatorIds?: readonly string[];
  readonly grain: 'hour' | 'day' | 'month';
  /** bucket starts, from inclusive, to exclusive */
  readonly from: Date;
  readonly to: Date;
  readonly filter?: SubjectFilter;
  /** one row per unit of this kind (rows without one are left out); leave out for the total */
  readonly by?: SliceBy;
  /** ids of indicators whose histograms are wanted; they cost, so name only those that need percentiles */
  readonly histogramOf?: readonly string[];
  /** true: one row per bucket; false: the whole span as one row (bucket = from) */
  readonly perBucket: boolean;
}

/** Added-up sums of one indicator, slice and bucket, in stored units (see values.rules.ts). */
export interface RollupSum {
  readonly indicatorId: string;
  /** id of the service, team, site or segment when asked `by` */
  readonly slice: string | null;
  readonly bucket: Date;
  readonly n: number;
  /** observations (or yes and no of a share) that meet the target of their time */
  readonly nOk: number;
  readonly total: number;
  readonly squares: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly histogram: LogHistogram | null;
}

/** Sums from rollups and the deltas that are not merged yet. */
export async function readSums(_operation: Operation, _query: SumsQuery): Promise<RollupSum[]> {
  throw new Error('being written');
}
