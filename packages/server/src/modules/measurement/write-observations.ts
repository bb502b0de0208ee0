import { sql } from 'kysely';
import type { Operation } from '../../platform/operation.ts';
import type { IndicatorRecord } from './load-indicators.ts';
import type { Fact, RollupSums } from './rollup.rules.ts';

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
  /** collects what the rollups must learn */
  readonly sums: RollupSums;
}

interface Written {
  readonly stored: number;
  readonly corrected: number;
  readonly unchanged: number;
}

/** Writes new observations, corrects known ones, and adds the difference to `batch.sums`. */
export async function writeObservations(operation: Operation, batch: Batch, rows: readonly NewObservation[]): Promise<Written> {
  const latest = lastOfEach(rows);
  if (latest.length === 0) return { stored: 0, corrected: 0, unchanged: 0 };
  await ensureMonths(operation, latest);
  const inserted = await insertNew(operation, batch, latest);
  if (inserted === latest.length) {
    for (const row of latest) batch.sums.add(factOf(batch, row));
    return { stored: inserted, corrected: 0, unchanged: rows.length - inserted };
  }
  const corrected = await correctKnown(operation, batch, latest);
  return { stored: inserted, corrected, unchanged: rows.length - inserted - corrected };
}

const identityOf = (row: Pick<NewObservation, 'key' | 'indicatorId' | 'at'>): string => `${row.indicatorId}${row.at}:${row.key}`;

/** Within a batch the last row of an identity counts. */
function lastOfEach(rows: readonly NewObservation[]): NewObservation[] {
  const last = new Map<string, NewObservation>();
  for (const row of rows) last.set(identityOf(row), row);
  return last.size === rows.length ? [...rows] : [...last.values()];
}

async function ensureMonths({ db }: Operation, rows: readonly NewObservation[]): Promise<void> {
  const months = new Set(rows.map((row) => monthOf(row.at)));
  await sql`select ensure_observation_months(${`{${[...months].join(',')}}`}::date[])`.execute(db);
}

/** Partitions are months in UTC. */
function monthOf(at: number): string {
  const date = new Date(at);
  return `${date.getUTCFullYear()}-${date.getUTCMonth() + 1}-1`;
}

const array = (values: readonly (string | number | null)[]): string => `{${values.map((value) => value ?? 'null').join(',')}}`;
/** PostgreSQL holds no zero characters in texts. */
const textArray = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll('\0', '').replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;

function columnsOf(rows: readonly NewObservation[]) {
  return sql`unnest(${textArray(rows.map((r) => r.key))}::text[], ${array(rows.map((r) => r.indicatorId))}::uuid[],
    ${array(rows.map((r) => r.at))}::float8[], ${array(rows.map((r) => r.subjectId))}::uuid[], ${array(rows.map((r) => r.value))}::int8[],
    ${array(rows.map((r) => r.n))}::int4[], ${array(rows.map((r) => r.line))}::int4[]) as r (record_key, indicator_id, at, subject_id, value, n, line)`;
}

async function insertNew({ db, orgId }: Operation, batch: Batch, rows: readonly NewObservation[]): Promise<number> {
  const result = await sql`insert into observation (org_id, source_id, record_key, indicator_id, at, subject_id, value, n, batch_id, line)
    select ${orgId}::uuid, ${batch.sourceId}::uuid, record_key, indicator_id, to_timestamp(at / 1000), subject_id, value, n, ${batch.batchId}::uuid, line
    from ${columnsOf(rows)} on conflict do nothing`.execute(db);
  return Number(result.numAffectedRows ?? 0n);
}

interface Known {
  readonly ordinal: number;
  readonly subject_id: string;
  readonly value: number;
  readonly n: number;
}

/** Rows whose identity was there before this batch: those that say something else are corrected. Returns how many. */
async function correctKnown(operation: Operation, batch: Batch, rows: readonly NewObservation[]): Promise<number> {
  const known = new Map((await findKnown(operation, batch, rows)).map((row) => [row.ordinal, row]));
  const changed: NewObservation[] = [];
  rows.forEach((row, index) => {
    const old = known.get(index);
    if (old === undefined) return batch.sums.add(factOf(batch, row));
    if (old.value === row.value && old.n === row.n && old.subject_id === row.subjectId) return;
    batch.sums.add(factOf(batch, { ...row, value: old.value, n: old.n, subjectId: old.subject_id }), -1);
    batch.sums.add(factOf(batch, row));
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
