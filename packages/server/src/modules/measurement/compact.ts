import { sql } from 'kysely';
import { addEncoded } from '@zhiheng/stats/histogram';
import type { Db } from '../../platform/database/connect.ts';
import { inOrganisation, type Tx } from '../../platform/database/in-organisation.ts';
import { addExactly, widen, type Grain, type RollupRow } from './rollup.rules.ts';
import { takeExtremesAgain } from './take-extremes.ts';
import { putRollups } from './write-rollups.ts';

/** Sums as the database hands them out; exact numbers as text. */
interface StoredSums {
  readonly indicator_id: string;
  readonly subject_id: string;
  readonly grain: Grain;
  readonly bucket: Date;
  readonly limits_version: number;
  readonly n: number;
  readonly n_ok: number;
  readonly total: string;
  readonly squares: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly histogram: Buffer | null;
  readonly stale: boolean;
}

const batchesAtOnce = 40;
const columns = sql.raw(
  'r.indicator_id, r.subject_id, r.grain, r.bucket, r.limits_version, r.n, r.n_ok, r.total::text, r.squares::text, r.low, r.high, r.histogram, r.stale',
);

/** Merges waiting deltas of one organisation into its rollups, and takes stale extremes again from the raw rows. */
export async function compact(root: Db, orgId: string): Promise<void> {
  while ((await inOrganisation(root, orgId, (db) => mergeSome(db, orgId))) === batchesAtOnce);
  await inOrganisation(root, orgId, async (db) => {
    await lock(db, orgId);
    await takeExtremesAgain({ db, orgId });
  });
}

/** One compactor at a time; a rebuild counts as one. */
const lock = (db: Tx, orgId: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`compact:${orgId}`}, 0))`.execute(db);

/** Merges the deltas of some batches in one transaction; returns how many batches. */
async function mergeSome(db: Tx, orgId: string): Promise<number> {
  await lock(db, orgId);
  const { rows: batches } = await sql<{ batch_id: string }>`
    select distinct batch_id from rollup_delta where org_id = ${orgId} order by batch_id limit ${batchesAtOnce}`.execute(db);
  if (batches.length === 0) return 0;
  const { rows: deltas } = await sql<StoredSums>`
    delete from rollup_delta r where org_id = ${orgId} and batch_id = any(${batches.map((b) => b.batch_id)}::uuid[]) returning ${columns}`.execute(
    db,
  );
  const merged = new Map<string, RollupRow>();
  for (const row of [...(await readTouched(db, orgId, deltas)), ...deltas]) merge(merged, row);
  await putRollups({ db, orgId }, [...merged.values()]);
  return batches.length;
}

/** The rollup rows that deltas of these keys change. */
async function readTouched(db: Tx, orgId: string, deltas: readonly StoredSums[]): Promise<StoredSums[]> {
  const keys = [...new Map(deltas.map((row) => [keyOf(row), row])).values()];
  const list = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;
  const { rows } = await sql<StoredSums>`
    select ${columns} from unnest(${list(keys.map((k) => k.indicator_id))}::uuid[], ${list(keys.map((k) => k.grain))}::text[],
      ${list(keys.map((k) => k.bucket.getTime()))}::float8[], ${list(keys.map((k) => k.subject_id))}::uuid[],
      ${list(keys.map((k) => k.limits_version))}::int4[]) as k (indicator_id, grain, bucket, subject_id, limits_version)
    join rollup r on r.org_id = ${orgId} and r.indicator_id = k.indicator_id and r.grain = k.grain
      and r.bucket = to_timestamp(k.bucket / 1000) and r.subject_id = k.subject_id and r.limits_version = k.limits_version`.execute(db);
  return rows;
}

const keyOf = (row: StoredSums): string => `${row.indicator_id}${row.subject_id}${row.grain}${row.bucket.getTime()}.${row.limits_version}`;
const exact = (text: string): number | bigint => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text));

function merge(merged: Map<string, RollupRow>, row: StoredSums): void {
  const key = keyOf(row);
  const known = merged.get(key) ?? emptyRow(row);
  known.n += row.n;
  known.nOk += row.n_ok;
  known.total = addExactly(known.total, exact(row.total));
  known.squares = addExactly(known.squares, exact(row.squares));
  known.stale ||= row.stale;
  widen(known, row.low, row.high);
  if (row.histogram !== null) addEncoded(known.histogram, row.histogram);
  merged.set(key, known);
}

function emptyRow(row: StoredSums): RollupRow {
  const key = {
    indicatorId: row.indicator_id,
    subjectId: row.subject_id,
    grain: row.grain,
    bucket: row.bucket.getTime(),
    limitsVersion: row.limits_version,
  };
  return { ...key, n: 0, nOk: 0, total: 0, squares: 0, low: null, high: null, histogram: new Map(), stale: false };
}
