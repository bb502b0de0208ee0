import type { QuarantineReason } from '@zhiheng/contract/measurement/observations';
import type { Operation } from '../../platform/operation.ts';

/** One observation on its way in: codes not yet looked up, value in the shown unit (for a share: the yes among n). */
export interface IncomingRow {
  /** 1-based line of the file, header included; null where there is no file */
  readonly line: number | null;
  /** identity within the source; the same key, indicator and time again is a correction or a repetition */
  readonly key: string;
  readonly indicator: string;
  readonly at: Date;
  readonly value: number;
  readonly n: number;
  readonly unit?: string | undefined;
  readonly service?: string | undefined;
  readonly team?: string | undefined;
  readonly site?: string | undefined;
  readonly segment?: string | undefined;
  /** the row as it came, for the person who looks into the quarantine */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** A row that could not become an observation, with what its reader knows. Kept in quarantine. */
export interface RejectedRow {
  readonly line: number | null;
  readonly indicator: string | null;
  readonly reason: QuarantineReason;
  readonly params: Readonly<Record<string, string | number | null>>;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface StoreRequest {
  /** code of the source; made when it is new */
  readonly source: string;
  readonly demo?: boolean;
  readonly importId?: string;
  readonly rows: readonly IncomingRow[];
  /** rows that their reader had to set aside already */
  readonly rejected?: readonly RejectedRow[];
  /** 'dry-run' marks quarantined rows as of a rehearsal; the caller rolls the transaction back itself */
  readonly quarantineAs?: 'open' | 'dry-run';
  /** units named by an unknown code are created instead of refused */
  readonly createMissing?: { readonly service?: boolean; readonly team?: boolean; readonly site?: boolean; readonly segment?: boolean };
}

export interface StoredBatch {
  readonly batchId: string;
  readonly received: number;
  readonly stored: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly quarantined: number;
  /** everything set aside: `rejected` of the request and what this step refused */
  readonly rejected: readonly RejectedRow[];
}

/** Stores a batch with its rollup deltas and its quarantine in the caller's transaction. */
export async function storeRows(_operation: Operation, _request: StoreRequest): Promise<StoredBatch> {
  throw new Error('being written');
}
