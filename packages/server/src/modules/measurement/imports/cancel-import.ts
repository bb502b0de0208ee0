import type { ImportJob } from '@zhiheng/contract/measurement/imports';
import { conflict } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readImport } from './import-view.ts';

/** Stops an import before its next batch; waits for the batch at work. */
export async function cancelImport(operation: Operation, { params }: { params: { id: string } }): Promise<ImportJob> {
  const { db, orgId, now } = operation;
  const job = await readImport(operation, params.id);
  const result = await db
    .updateTable('import_job')
    .set({ state: 'cancelled', finished_at: now })
    .where('org_id', '=', orgId)
    .where('id', '=', params.id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw conflict('import_is_over', { state: job.state });
  await recordEvent(operation, { type: 'import.cancelled', entity: { kind: 'import', id: job.id, label: job.fileName } });
  return readImport(operation, params.id);
}
