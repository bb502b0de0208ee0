import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { RejectedRow } from '../incoming-rows.ts';
import { setAside } from '../quarantine/set-aside.ts';
import { storeRows } from '../store-rows.ts';
import type { ImportBatch } from './import-batches.ts';
import { addBatch, emptyCounts, type ImportCounts } from './import-counts.ts';
import { importSource } from './import-source.ts';
import type { ImportJobRow, OpenedImport } from './open-import.ts';
import { prepareMonths } from './prepare-months.ts';
import { asSystem } from './run-import.ts';

/** So many problems of a rehearsal are kept; the counts know all. */
const keptProblems = 50_000;

/** Carries the result of a rehearsal out of the transaction that it undoes. */
class Rehearsed extends Error {
  constructor(
    readonly counts: ImportCounts,
    readonly problems: readonly RejectedRow[],
  ) {
    super('rehearsed');
  }
}
class Cancelled extends Error {}

/** Runs an import in one transaction that is rolled back, and keeps what it would have set aside. */
export async function rehearseImport(root: Db, job: ImportJobRow, opened: OpenedImport): Promise<void> {
  try {
    await asSystem(root, job.org_id, (operation) => rehearse(operation, { root, job, opened }));
  } catch (error) {
    if (error instanceof Cancelled) return;
    if (!(error instanceof Rehearsed)) throw error;
    await asSystem(root, job.org_id, (operation) => keep(operation, { job, fileName: opened.fileName, result: error }));
  }
}

interface Rehearsal {
  readonly root: Db;
  readonly job: ImportJobRow;
  readonly opened: OpenedImport;
}

async function rehearse(operation: Operation, { root, job, opened }: Rehearsal): Promise<never> {
  let counts = emptyCounts;
  const problems: RejectedRow[] = [];
  for await (const batch of opened.batches) {
    await prepareMonths(root, batch.incoming);
    const { incoming: rows, rejected } = batch;
    const request = { source: importSource, importId: job.id, rows, rejected, createMissing: opened.createMissing };
    const stored = await storeRows(operation, { ...request, quarantineAs: 'nowhere' });
    counts = addBatch(counts, batch, stored);
    for (const problem of stored.rejected.slice(0, keptProblems - problems.length)) problems.push(problem);
    const goesOn = await asSystem(root, job.org_id, (apart) => showProgress(apart, job.id, { counts, batch }));
    if (!goesOn) throw new Cancelled();
  }
  throw new Rehearsed(counts, problems);
}

/** False when somebody cancelled the rehearsal. */
async function showProgress(
  { db, orgId }: Operation,
  id: string,
  { counts, batch }: { counts: ImportCounts; batch: ImportBatch },
): Promise<boolean> {
  const result = await db
    .updateTable('import_job')
    .set({ progress: batch.progress, counts: JSON.stringify(counts), heartbeat_at: sql`clock_timestamp()` })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

async function keep(
  operation: Operation,
  { job, fileName, result }: { job: ImportJobRow; fileName: string; result: Rehearsed },
): Promise<void> {
  const done = await operation.db
    .updateTable('import_job')
    .set({ state: 'done', progress: 1, counts: JSON.stringify(result.counts), finished_at: operation.now })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', job.id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return;
  await setAside(operation, { batchId: null, sourceId: job.source_id, importId: job.id, state: 'dry-run', rows: result.problems });
  const data = { dryRun: true, ...result.counts };
  await recordEvent(operation, { type: 'import.finished', entity: { kind: 'import', id: job.id, label: fileName }, data });
}
