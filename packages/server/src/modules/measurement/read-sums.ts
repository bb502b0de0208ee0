import { sql, type RawBuilder } from 'kysely';
import { histogramSeparator, sumEncoded, type LogHistogram } from '@zhiheng/stats/histogram';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { SliceBy } from '@zhiheng/contract/evaluation/scores';
import type { Operation } from '../../platform/operation.ts';
import { subjectsWithin } from './subjects-within.ts';

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

type Read = Pick<Operation, 'db' | 'orgId'>;

/** Sums from rollups and the deltas that are not merged yet. */
export async function readSums(operation: Read, query: SumsQuery): Promise<RollupSum[]> {
  const sums = await readNumbers(operation, query);
  const wanted = query.histogramOf ?? [];
  if (wanted.length === 0 || sums.length === 0) return sums;
  const shapes = await readHistograms(operation, { ...query, indicatorIds: wanted });
  return sums.map((sum) => ({ ...sum, histogram: shapes.get(keyOf(sum)) ?? null }));
}

const keyOf = (row: Pick<RollupSum, 'indicatorId' | 'slice' | 'bucket'>): string =>
  `${row.indicatorId}${row.slice ?? ''}${row.bucket.getTime()}`;

async function readNumbers({ db, orgId }: Read, query: SumsQuery): Promise<RollupSum[]> {
  const { slice, bucket, join } = shape(orgId, query);
  const { rows } = await sql<RollupSum>`
    select r.indicator_id as "indicatorId", ${slice} as slice, ${bucket} as bucket,
      sum(r.n)::float8 as n, sum(r.n_ok)::float8 as "nOk", sum(r.total)::float8 as total, sum(r.squares)::float8 as squares,
      min(r.low)::float8 as low, max(r.high)::float8 as high, null as histogram
    from ${rowsOf(orgId, query, numbers)} r ${join}
    group by 1, 2, 3 having sum(r.n) > 0 order by 3`.execute(db);
  return rows;
}

/** The histograms of a group leave the database as one run of bytes: an array of them would be taken apart as text. */
async function readHistograms({ db, orgId }: Read, query: SumsQuery): Promise<Map<string, LogHistogram>> {
  const { slice, bucket, join } = shape(orgId, query);
  const { rows } = await sql<{ indicatorId: string; slice: string | null; bucket: Date; joined: Buffer }>`
    select r.indicator_id as "indicatorId", ${slice} as slice, ${bucket} as bucket,
      string_agg(r.histogram, ${Buffer.from(histogramSeparator)}) as joined
    from ${rowsOf(orgId, query, histograms)} r ${join}
    where r.histogram is not null group by 1, 2, 3`.execute(db);
  return new Map(rows.map((row) => [keyOf(row), sumEncoded(row.joined)]));
}

/** Which columns a sum is grouped by. */
function shape(orgId: string, query: SumsQuery) {
  const slice = query.by === undefined ? sql`null::uuid` : sql.ref(`s.${query.by}_id`);
  const bucket = query.perBucket ? sql`r.bucket` : sql`${query.from}::timestamptz`;
  const join =
    query.by === undefined
      ? sql``
      : sql`join subject s on s.org_id = ${orgId} and s.id = r.subject_id and ${sql.ref(`s.${query.by}_id`)} is not null`;
  return { slice, bucket, join };
}

const numbers = sql.raw('indicator_id, subject_id, bucket, n, n_ok, total, squares, low, high');
const histograms = sql.raw('indicator_id, subject_id, bucket, histogram');

/** Rows of rollups and waiting deltas that a query covers. */
function rowsOf(orgId: string, query: SumsQuery, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select ${columns} ${part(orgId, query, 'rollup')} union all select ${columns} ${part(orgId, query, 'rollup_delta')})`;
}

function part(orgId: string, query: SumsQuery, table: 'rollup' | 'rollup_delta'): RawBuilder<unknown> {
  const indicators = query.indicatorIds === undefined ? sql`` : sql`and indicator_id = any(${query.indicatorIds}::uuid[])`;
  const within = subjectsWithin(orgId, query.filter ?? {});
  const subjects = within === null ? sql`` : sql`and subject_id in (${within})`;
  return sql`from ${sql.table(table)} where org_id = ${orgId} and grain = ${query.grain}
    and bucket >= ${query.from} and bucket < ${query.to} ${indicators} ${subjects}`;
}
