import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql, type RawBuilder } from 'kysely';
import type { Operation } from '../../platform/operation.ts';
import { ensureMonths } from './ensure-months.ts';
import type { IndicatorRecord } from './load-indicators.ts';
import type { BucketClock } from './bucket-clock.rules.ts';
import { RollupSums, type Fact, type RollupRow } from './rollup.rules.ts';

/** An observation ready to be stored: ids known, value in stored units. */
export interface NewObservation {
  readonly key: string;
  readonly indicatorId: string;
  readonly subjectId: string;
  /** epoch milliseconds */
  readonly at: number;
  readonly value: number;
  readonly n: number;
  readonly line: number | null;
}

interface Batch {
  readonly batchId: string;
  readonly sourceId: string;
  readonly indicators: ReadonlyMap<string, IndicatorRecord>;
  readonly clock: BucketClock;
}

interface Written {
  readonly stored: number;
  readonly corrected: number;
  readonly unchanged: number;
  /** what the rollups must learn */
  readonly sums: readonly RollupRow[];
}

/**
 * Writes new observations, corrects known ones, and adds the difference to `batch.sums`. Nearly every batch is all new: it is
 * inserted as it is, while the sums are taken beside the waiting database; a batch with known rows goes the careful way.
 */
export async function writeObservations(operation: Operation, batch: Batch, rows: readonly NewObservation[]): Promise<Written> {
  const latest = lastOfEach(rows);
  if (latest.length === 0) return { stored: 0, corrected: 0, unchanged: 0, sums: [] };
  await ensureMonths(
    operation.db,
    latest.map((row) => row.at),
  );
  await sql`savepoint all_new`.execute(operation.db);
  const [allNew, sums] = await Promise.all([insertAll(operation, batch, latest), sumUp(batch, latest)]);
  if (allNew) return { stored: latest.length, corrected: 0, unchanged: rows.length - latest.length, sums: sums.rows() };
  const careful = new RollupSums(batch.clock);
  const stored = await insertUnknown(operation, batch, latest);
  const corrected = await correctKnown(operation, batch, { rows: latest, sums: careful });
  return { stored, corrected, unchanged: rows.length - stored - corrected, sums: careful.rows() };
}

/** Takes turns with the socket, so that the database gets its rows meanwhile. */
async function sumUp(batch: Batch, rows: readonly NewObservation[]): Promise<RollupSums> {
  const sums = new RollupSums(batch.clock);
  for (const [index, row] of rows.entries()) {
    if (index % 1000 === 0) await nextTurn();
    sums.add(factOf(batch, row));
  }
  return sums;
}

const identityOf = (row: Pick<NewObservation, 'key' | 'indicatorId' | 'at'>): string => `${row.indicatorId}${row.at}:${row.key}`;

/** Within a batch the last row of an identity counts. */
function lastOfEach(rows: readonly NewObservation[]): NewObservation[] {
  const last = new Map<string, NewObservation>();
  for (const row of rows) last.set(identityOf(row), row);
  return last.size === rows.length ? [...rows] : [...last.values()];
}

const array = (values: readonly (string | number | null)[]): string => `{${values.map((value) => value ?? 'null').join(',')}}`;
/** PostgreSQL holds no zero characters in texts. */
const textArray = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll('\0', '').replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** Observations as one `unnest` under the name `r`. */
export function columnsOf(rows: readonly NewObservation[]) {
  return sql`unnest(${textArray(rows.map((r) => r.key))}::text[], ${array(rows.map((r) => r.indicatorId))}::uuid[],
    ${array(rows.map((r) => r.at))}::float8[], ${array(rows.map((r) => r.subjectId))}::uuid[], ${array(rows.map((r) => r.value))}::int8[],
    ${array(rows.map((r) => r.n))}::int4[], ${array(rows.map((r) => r.line))}::int4[]) as r (record_key, indicator_id, at, subject_id, value, n, line)`;
}

/** Inserts all rows, or none when one of them is known already. Stands on the savepoint `all_new`. */
async function insertAll(operation: Operation, batch: Batch, rows: readonly NewObservation[]): Promise<boolean> {
  try {
    await insert(operation, batch, rows).execute(operation.db);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === uniqueViolation)) throw error;
    await sql`rollback to savepoint all_new`.execute(operation.db);
    return false;
  }
  await sql`release savepoint all_new`.execute(operation.db);
  return true;
}

const uniqueViolation = '23505';

async function insertUnknown(operation: Operation, batch: Batch, rows: readonly NewObservation[]): Promise<number> {
  const result = await sql`${insert(operation, batch, rows)} on conflict do nothing`.execute(operation.db);
  return Number(result.numAffectedRows ?? 0n);
}

const insert = ({ orgId }: Operation, batch: Batch, rows: readonly NewObservation[]): RawBuilder<unknown> =>
  sql`insert into observation (org_id, source_id, record_key, indicator_id, at, subject_id, value, n, batch_id, line)
    select ${orgId}::uuid, ${batch.sourceId}::uuid, record_key, indicator_id, to_timestamp(at / 1000), subject_id, value, n, ${batch.batchId}::uuid, line
    from ${columnsOf(rows)}`;

interface Known {
  readonly ordinal: number;
  readonly subject_id: string;
  readonly value: number;
  readonly n: number;
}

/** Rows whose identity was there before this batch: those that say something else are corrected. Returns how many. */
async function correctKnown(
  operation: Operation,
  batch: Batch,
  { rows, sums }: { rows: readonly NewObservation[]; sums: RollupSums },
): Promise<number> {
  const known = new Map((await findKnown(operation, batch, rows)).map((row) => [row.ordinal, row]));
  const changed: NewObservation[] = [];
  rows.forEach((row, index) => {
    const old = known.get(index);
    if (old === undefined) return sums.add(factOf(batch, row));
    if (old.value === row.value && old.n === row.n && old.subject_id === row.subjectId) return;
    sums.add(factOf(batch, { ...row, value: old.value, n: old.n, subjectId: old.subject_id }), -1);
    sums.add(factOf(batch, row));
    changed.push(row);
  });
  if (changed.length > 0) await rewrite(operation, batch, changed);
  return changed.length;
}

async function findKnown({ db, orgId }: Operation, batch: Batch, rows: readonly NewObservation[]): Promise<Known[]> {
  const { rows: known } = await sql<Known>`
    select r.ordinal::int4 as ordinal, o.subject_id, o.value, o.n
    from (select row_number() over () - 1 as ordinal, r.* from ${columnsOf(rows)}) r
    cross join lateral (
      select subject_id, value, n from observation o
      where o.org_id = ${orgId} and o.source_id = ${batch.sourceId} and o.record_key = r.record_key
        and o.indicator_id = r.indicator_id and o.at = to_timestamp(r.at / 1000) and o.batch_id <> ${batch.batchId} limit 1
    ) o`.execute(db);
  return known;
}

async function rewrite({ db, orgId }: Operation, batch: Batch, rows: readonly NewObservation[]): Promise<void> {
  await sql`update observation o set subject_id = r.subject_id, value = r.value, n = r.n, batch_id = ${batch.batchId}, line = r.line
    from ${columnsOf(rows)}
    where o.org_id = ${orgId} and o.source_id = ${batch.sourceId} and o.record_key = r.record_key
      and o.indicator_id = r.indicator_id and o.at = to_timestamp(r.at / 1000)`.execute(db);
}

function factOf(batch: Batch, row: NewObservation): Fact {
  const indicator = batch.indicators.get(row.indicatorId);
  if (indicator === undefined) throw new Error('an indicator was not loaded');
  return { indicator, subjectId: row.subjectId, at: row.at, value: row.value, n: row.n };
}
