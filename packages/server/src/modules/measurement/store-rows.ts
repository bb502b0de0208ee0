import { sql } from 'kysely';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { acceptRow, refuse } from './accept-row.rules.ts';
import { BucketClock } from './bucket-clock.rules.ts';
import { ensureSource } from './ensure-source.ts';
import type { IncomingRow, RejectedRow, StoreRequest, StoredBatch } from './incoming-rows.ts';
import { loadIndicators, type IndicatorRecord } from './load-indicators.ts';
import { lockForBatch } from './lock-measurement.ts';
import { setAside } from './quarantine/set-aside.ts';
import { ensureSubjects, indexUnits, partsOf, subjectKey, type SubjectParts } from './resolve-subjects.ts';
import { writeObservations, type NewObservation } from './write-observations.ts';
import { appendDeltas } from './write-rollups.ts';

/**
 * Stores a batch in the caller's transaction: observations, their rollup deltas, and what had to be set aside. A row with the
 * identity of a stored one changes nothing when it says the same, and corrects it when it says something else.
 */
export async function storeRows(operation: Operation, request: StoreRequest): Promise<StoredBatch> {
  const batchId = newId();
  const sourceId = await ensureSource(operation, request.source, request.demo);
  await lockForBatch(operation.db, operation.orgId, sourceId);
  const indicators = new Map((await loadIndicators(operation)).map((indicator) => [indicator.code, indicator]));
  const { accepted, rejected } = await sift(operation, request, indicators);
  const clock = new BucketClock(await readTimeZone(operation));
  const { sums, ...written } = await writeObservations(operation, { batchId, sourceId, indicators: byId(indicators), clock }, accepted);
  await appendDeltas(operation, batchId, sums);
  const aside = [...(request.rejected ?? []), ...rejected];
  const batch = { batchId, received: request.rows.length + (request.rejected?.length ?? 0), ...written, quarantined: aside.length };
  await recordBatch(operation, { ...batch, sourceId, importId: request.importId ?? null });
  if (request.quarantineAs !== 'nowhere') {
    const origin = { batchId, sourceId, importId: request.importId ?? null };
    await setAside(operation, { ...origin, state: request.quarantineAs ?? 'open', rows: aside });
  }
  return { ...batch, rejected: aside };
}

const byId = (indicators: ReadonlyMap<string, IndicatorRecord>) =>
  new Map([...indicators.values()].map((indicator) => [indicator.id, indicator]));

export async function readTimeZone({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<string> {
  const row = await db.selectFrom('organisation').select('time_zone').where('org_id', '=', orgId).executeTakeFirstOrThrow();
  return row.time_zone;
}

interface Sifted {
  readonly accepted: NewObservation[];
  readonly rejected: RejectedRow[];
}

/** Splits a batch into what can be stored, with ids looked up, and what cannot, with the reason. */
async function sift(operation: Operation, request: StoreRequest, indicators: ReadonlyMap<string, IndicatorRecord>): Promise<Sifted> {
  const units = await indexUnits(operation, request);
  const now = operation.now.getTime();
  const rejected: RejectedRow[] = [];
  const fitting: { row: IncomingRow; indicator: IndicatorRecord; value: number; subject: string }[] = [];
  const subjects = new Map<string, SubjectParts>();
  for (const row of request.rows) {
    const indicator = indicators.get(row.indicator);
    const found = partsOf(row, units);
    const checked =
      'unknown' in found ? refuse(row, `unknown_${found.unknown}`, { name: row[found.unknown] ?? null }) : acceptRow(row, indicator, now);
    if (checked.kind === 'rejected' || indicator === undefined || 'unknown' in found) {
      if (checked.kind === 'rejected') rejected.push(checked.row);
      continue;
    }
    const subject = subjectKey(found.parts);
    subjects.set(subject, found.parts);
    fitting.push({ row, indicator, value: checked.value, subject });
  }
  const ids = await ensureSubjects(operation, subjects);
  const accepted = fitting.map(({ row, indicator, value, subject }) => ({
    key: row.key,
    indicatorId: indicator.id,
    subjectId: idOf(ids, subject),
    at: row.at.getTime(),
    value,
    n: row.n,
    line: row.line,
  }));
  return { accepted, rejected };
}

function idOf(ids: ReadonlyMap<string, string>, subject: string): string {
  const id = ids.get(subject);
  if (id === undefined) throw new Error('a subject was not made');
  return id;
}

interface BatchRecord extends Omit<StoredBatch, 'rejected'> {
  readonly sourceId: string;
  readonly importId: string | null;
}

async function recordBatch({ db, orgId }: Operation, batch: BatchRecord): Promise<void> {
  await sql`insert into ingest_batch (org_id, id, source_id, import_id, received, stored, corrected, unchanged, quarantined)
    values (${orgId}, ${batch.batchId}, ${batch.sourceId}, ${batch.importId}, ${batch.received}, ${batch.stored}, ${batch.corrected},
      ${batch.unchanged}, ${batch.quarantined})`.execute(db);
}
