import type { QuarantineReason } from '@zhiheng/contract/measurement/observations';

type Plain = Readonly<Record<string, unknown>>;

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
  readonly raw: Plain;
}

/** A row that could not become an observation, with what its reader knows. Kept in quarantine. */
export interface RejectedRow {
  readonly line: number | null;
  readonly indicator: string | null;
  readonly reason: QuarantineReason;
  readonly params: Readonly<Record<string, string | number | null>>;
  readonly raw: Plain;
  /** present when the row itself was understood, so that it can be tried again */
  readonly row?: IncomingRow;
}

export interface StoreRequest {
  /** code of the source; made when it is new */
  readonly source: string;
  readonly demo?: boolean;
  readonly importId?: string;
  readonly rows: readonly IncomingRow[];
  /** rows that their reader had to set aside already */
  readonly rejected?: readonly RejectedRow[];
  /** 'dry-run' marks rows of a rehearsal; 'nowhere' when the caller keeps them itself */
  readonly quarantineAs?: 'open' | 'dry-run' | 'nowhere';
  /** units named by an unknown code are created instead of refused */
  readonly createMissing?: Partial<Record<UnitPart, boolean>>;
}

export const unitParts = ['service', 'team', 'site', 'segment'] as const;
export type UnitPart = (typeof unitParts)[number];

export interface StoredBatch {
  readonly batchId: string;
  readonly received: number;
  readonly stored: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly quarantined: number;
  /** everything set aside: `rejected` of the request and what was refused here */
  readonly rejected: readonly RejectedRow[];
}
