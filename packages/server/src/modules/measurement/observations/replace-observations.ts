import { sql, type RawBuilder } from 'kysely';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { BucketClock } from '../bucket-clock.rules.ts';
import { ensureMonths } from '../ensure-months.ts';
import { ensureSource } from '../ensure-source.ts';
import { loadIndicators, type IndicatorRecord } from '../load-indicators.ts';
import { lockAgainstRebuild } from '../lock-measurement.ts';
import { ensureSubjects, subjectKey, type SubjectParts } from '../resolve-subjects.ts';
import { RollupSums } from '../rollup.rules.ts';
import { readTimeZone } from '../store-rows.ts';
import { columnsOf, type NewObservation } from '../write-observations.ts';
import { appendDeltas } from '../write-rollups.ts';

/** An observation that the house counted itself: exact, so that nothing is set aside. */
export interface CountedObservation {
  readonly key: string;
  readonly indicatorId: string;
  readonly subject: SubjectParts;
  /** epoch milliseconds */
  readonly at: number;
  /** in stored units */
  readonly value: number;
  readonly n: number;
}

interface Replacement {
  readonly source: string;
  /** a source of the demo goes with it */
  readonly demo?: boolean;
  /** which observations of the source these stand for; speaks of `o` */
  readonly standing: RawBuilder<unknown>;
  readonly by: readonly CountedObservation[];
}

interface Standing {
  readonly key: string;
  readonly indicatorId: string;
  readonly subjectId: string;
  readonly at: number;
  readonly value: number;
  readonly n: number;
}

/**
 * Makes observations of a source say what was counted, and nothing else: what stands already is left alone, what differs is corrected, what is no more is taken back with
 * its part of the rollups. Who counts the same again changes nothing. The caller holds what was counted, so that nobody else counts it now. Returns how many were written or taken back.
 */
export async function replaceObservations(operation: Operation, { source, demo = false, standing, by }: Replacement): Promise<number> {
  const sourceId = await ensureSource(operation, source, demo);
  await lockAgainstRebuild(operation.db, operation.orgId);
  const old = await readStanding(operation, sourceId, standing);
  if (old.length === 0 && by.length === 0) return 0;
  const subjects = await ensureSubjects(operation, new Map(by.map(({ subject }) => [subjectKey(subject), subject])));
  const now = by.map(({ subject, ...row }) => ({ ...row, subjectId: idOf(subjects, subject), line: null }));
  const { gone, come } = difference(old, now);
  if (gone.length + come.length === 0) return 0;
  const batchId = newId();
  await takeBack(operation, sourceId, gone);
  await write(operation, { sourceId, batchId }, come);
  await appendDeltas(operation, batchId, (await sumUp(operation, gone, come)).rows());
  return Math.max(gone.length, come.length);
}

function idOf(ids: ReadonlyMap<string, string>, subject: SubjectParts): string {
  const id = ids.get(subjectKey(subject));
  if (id === undefined) throw new Error('a subject was not made');
  return id;
}

async function readStanding({ db, orgId }: Operation, sourceId: string, condition: RawBuilder<unknown>): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select o.record_key as key, o.indicator_id as "indicatorId", o.subject_id as "subjectId", extract(epoch from o.at)::float8 * 1000 as at, o.value, o.n
    from observation o where o.org_id = ${orgId} and o.source_id = ${sourceId} and ${condition}`.execute(db);
  return rows.map((row) => ({ ...row, at: Math.round(row.at) }));
}

const sayingOf = ({ key, indicatorId, subjectId, at, value, n }: Standing): string => [indicatorId, at, subjectId, value, n, key].join(' ');

function difference(old: readonly Standing[], now: readonly NewObservation[]) {
  const said = new Set(old.map(sayingOf));
  const says = new Set(now.map(sayingOf));
  return { gone: old.filter((row) => !says.has(sayingOf(row))), come: now.filter((row) => !said.has(sayingOf(row))) };
}

async function takeBack({ db, orgId }: Operation, sourceId: string, gone: readonly Standing[]): Promise<void> {
  if (gone.length === 0) return;
  await sql`delete from observation o using ${columnsOf(gone.map((row) => ({ ...row, line: null })))}
    where o.org_id = ${orgId} and o.source_id = ${sourceId} and o.record_key = r.record_key
      and o.indicator_id = r.indicator_id and o.at = to_timestamp(r.at / 1000)`.execute(db);
}

interface Origin {
  readonly sourceId: string;
  readonly batchId: string;
}

async function write({ db, orgId }: Operation, { sourceId, batchId }: Origin, come: readonly NewObservation[]): Promise<void> {
  if (come.length === 0) return;
  await ensureMonths(
    db,
    come.map(({ at }) => at),
  );
  await sql`/* write-counted */
    with batch as (
      insert into ingest_batch (org_id, id, source_id, received, stored, corrected, unchanged, quarantined)
      values (${orgId}, ${batchId}, ${sourceId}, ${come.length}, ${come.length}, 0, 0, 0))
    insert into observation (org_id, source_id, record_key, indicator_id, at, subject_id, value, n, batch_id, line)
    select ${orgId}::uuid, ${sourceId}::uuid, record_key, indicator_id, to_timestamp(at / 1000), subject_id, value, n, ${batchId}::uuid, line
    from ${columnsOf(come)}`.execute(db);
}

async function sumUp(operation: Operation, gone: readonly Standing[], come: readonly Standing[]): Promise<RollupSums> {
  const records = await loadIndicators(operation, { withTrash: true });
  const indicators = new Map<string, IndicatorRecord>(records.map((record) => [record.id, record]));
  const sums = new RollupSums(new BucketClock(await readTimeZone(operation)));
  for (const [rows, sign] of [
    [gone, -1],
    [come, 1],
  ] as const) {
    for (const { indicatorId, ...fact } of rows) {
      const indicator = indicators.get(indicatorId);
      if (indicator !== undefined) sums.add({ ...fact, indicator }, sign);
    }
  }
  return sums;
}
