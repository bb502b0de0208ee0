import type { ImportJob, ImportMapping } from '@zhiheng/contract/measurement/imports';
import { invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { ensureSource } from '../ensure-source.ts';
import { checkColumns } from './check-columns.ts';
import { emptyCounts } from './import-counts.ts';
import { importSource } from './import-source.ts';
import { readImport } from './import-view.ts';
import { openTable, type TableOptions } from '../../../platform/table-files/open-table.ts';
import { readStoredFile } from '../../../platform/files/stored-file.ts';

interface Input {
  readonly body: {
    readonly fileId: string;
    readonly options: TableOptions;
    readonly mapping: ImportMapping;
    readonly mappingId: string | null;
    readonly dryRun: boolean;
  };
}

/** Queues an import after a look at the file: a column that is not there is refused now, not row by row. */
export const startImportWith =
  (jobs: Jobs) =>
  async (call: Call, { body }: Input): Promise<ImportJob> => {
    const file = await readStoredFile(call, body.fileId);
    checkColumns(body.mapping, openTable(file.bytes, body.options).columns);
    if (body.mappingId !== null) await checkMapping(call, body.mappingId);
    await forgetRehearsals(call);
    const id = newId();
    await insertJob(call, id, body);
    const data = { file: file.name, dryRun: body.dryRun, rows: body.mapping.rows };
    await recordEvent(call, { type: 'import.started', entity: { kind: 'import', id, label: file.name }, data });
    call.afterCommit(() => jobs.send('import', { orgId: call.orgId, id }));
    return readImport(call, id);
  };

async function insertJob(call: Call, id: string, body: Input['body']): Promise<void> {
  const job = {
    org_id: call.orgId,
    id,
    file_id: body.fileId,
    mapping_id: body.mappingId,
    source_id: await ensureSource(call, importSource),
    mapping: JSON.stringify(body.mapping),
    options: JSON.stringify(body.options),
    dry_run: body.dryRun,
    state: 'queued',
    counts: JSON.stringify(emptyCounts),
    created_by: call.actor.id,
  };
  await call.db.insertInto('import_job').values(job).execute();
}

async function checkMapping({ db, orgId }: Operation, id: string): Promise<void> {
  const found = await db.selectFrom('import_mapping').select('id').where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw invalidField('mappingId', 'unknown_mapping');
}

/** What rehearsals set aside is looked at soon, or never. */
async function forgetRehearsals({ db, orgId, now }: Operation): Promise<void> {
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000);
  await db.deleteFrom('quarantine').where('org_id', '=', orgId).where('state', '=', 'dry-run').where('at', '<', weekAgo).execute();
}
