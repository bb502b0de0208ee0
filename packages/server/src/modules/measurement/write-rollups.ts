import { sql } from 'kysely';
import { encodeHistogram } from '@zhiheng/stats/histogram';
import type { Operation } from '../../platform/operation.ts';
import { announceFigures } from './announce-figures.ts';
import type { RollupRow } from './rollup.rules.ts';

const array = (values: readonly (string | number | bigint | boolean | null)[]): string => `{${values.map((v) => v ?? 'null').join(',')}}`;

/** Columns of rollup rows as array literals for one `unnest`. */
function columnsOf(rows: readonly RollupRow[]) {
  return sql`unnest(
    ${array(rows.map((r) => r.indicatorId))}::uuid[], ${array(rows.map((r) => r.subjectId))}::uuid[], ${array(rows.map((r) => r.grain))}::text[],
    ${array(rows.map((r) => r.bucket))}::float8[], ${array(rows.map((r) => r.limitsVersion))}::int4[], ${array(rows.map((r) => r.n))}::int8[],
    ${array(rows.map((r) => r.nOk))}::int8[], ${array(rows.map((r) => r.total))}::numeric[], ${array(rows.map((r) => r.squares))}::numeric[],
    ${array(rows.map((r) => r.low))}::int8[], ${array(rows.map((r) => r.high))}::int8[], ${array(rows.map(histogramLiteral))}::bytea[],
    ${array(rows.map((r) => r.stale))}::boolean[]
  ) as r (indicator_id, subject_id, grain, bucket, limits_version, n, n_ok, total, squares, low, high, histogram, stale)`;
}

function histogramLiteral(row: RollupRow): string | null {
  if (row.histogram.size === 0) return null;
  return `"\\\\x${Buffer.from(encodeHistogram(row.histogram)).toString('hex')}"`;
}

const copied = sql.raw(
  'indicator_id, subject_id, grain, to_timestamp(bucket / 1000), limits_version, n, n_ok, total, squares, low, high, histogram, stale',
);
const named = sql.raw('indicator_id, subject_id, grain, bucket, limits_version, n, n_ok, total, squares, low, high, histogram, stale');

type Target = Pick<Operation, 'db' | 'orgId'>;

/** Appends deltas; readers add them at once, the compactor merges them later. Pages that show figures hear of it. */
export async function appendDeltas({ db, orgId }: Target, batchId: string, rows: readonly RollupRow[]): Promise<void> {
  if (rows.length === 0) return;
  announceFigures({ db, orgId });
  await sql`insert into rollup_delta (org_id, batch_id, ${named})
    select ${orgId}::uuid, ${batchId}::uuid, ${copied} from ${columnsOf(rows)}`.execute(db);
}

/** Writes whole rollup rows, replacing what stood under their keys. */
export async function putRollups({ db, orgId }: Target, rows: readonly RollupRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 5000) {
    await sql`insert into rollup (org_id, ${named})
      select ${orgId}::uuid, ${copied} from ${columnsOf(rows.slice(from, from + 5000))}
      on conflict (org_id, indicator_id, grain, bucket, subject_id, limits_version) do update set
        n = excluded.n, n_ok = excluded.n_ok, total = excluded.total, squares = excluded.squares,
        low = excluded.low, high = excluded.high, histogram = excluded.histogram, stale = excluded.stale`.execute(db);
  }
}
