import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation, type Tx } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { storeRows } from '../store-rows.ts';
import { addBatch, type ImportCounts } from './import-counts.ts';
import { importCounts } from '@zhiheng/contract/measurement/imports';
import type { ImportBatch } from './import-batches.ts';
import { importSource } from './import-source.ts';
import type { ImportJobRow, OpenedImport } from './open-import.ts';
import { prepareMonths } from './prepare-months.ts';

/** Works as the system inside one organisation, in a transaction of its own. */
export const asSystem = <T>(root: Db, orgId: string, work: (operation: Operation) => Promise<T>): Promise<T> =>
  inOrganisation(root, orgId, (db: Tx) => work({ db, orgId, actor: systemActor, now: new Date() }));

/**
 * Stores the batches of an import, each in one transaction with the note of how far it came: after a kill it goes on behind the last
 * one that was committed. Ends early when the import was cancelled or another worker has taken it.
 */
export async function runImport(root: Db, job: ImportJobRow, opened: OpenedImport): Promise<void> {
  let recordsDone = job.rows_done;
  for await (const batch of opened.batches) {
    await prepareMonths(root, batch.incoming);
    const stored = await asSystem(root, job.org_id, (operation) => storeBatch(operation, { job, recordsDone, batch, opened }));
    if (!stored) return;
    recordsDone = batch.recordsDone;
  }
  await asSystem(root, job.org_id, (operation) => finish(operation, job, opened.fileName));
}

interface Step {
  readonly job: ImportJobRow;
  readonly recordsDone: number;
  readonly batch: ImportBatch;
  readonly opened: OpenedImport;
}

async function storeBatch(operation: Operation, { job, recordsDone, batch, opened }: Step): Promise<boolean> {
  const counts = await lockStep(operation, job.id, recordsDone);
  if (counts === null) return false;
  const { incoming: rows, rejected } = batch;
  const stored = await storeRows(operation, {
    source: importSource,
    importId: job.id,
    rows,
    rejected,
    createMissing: opened.createMissing,
  });
  await operation.db
    .updateTable('import_job')
    .set({
      rows_done: batch.recordsDone,
      progress: batch.progress,
      counts: JSON.stringify(addBatch(counts, batch, stored)),
      heartbeat_at: sql`clock_timestamp()`,
      attempts: 0,
    })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', job.id)
    .execute();
  return true;
}

/** The row of the job stays locked through the batch; null when the job is no longer this worker's. */
async function lockStep({ db, orgId }: Operation, id: string, recordsDone: number): Promise<ImportCounts | null> {
  const job = await db
    .selectFrom('import_job')
    .select('counts')
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('rows_done', '=', recordsDone)
    .forUpdate()
    .executeTakeFirst();
  return job === undefined ? null : importCounts.parse(job.counts);
}

async function finish(operation: Operation, job: ImportJobRow, fileName: string): Promise<void> {
  const done = await operation.db
    .updateTable('import_job')
    .set({ state: 'done', progress: 1, finished_at: operation.now })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', job.id)
    .where('state', '=', 'running')
    .returning('counts')
    .executeTakeFirst();
  if (done === undefined) return;
  await recordEvent(operation, {
    type: 'import.finished',
    entity: { kind: 'import', id: job.id, label: fileName },
    data: importCounts.parse(done.counts),
  });
}
