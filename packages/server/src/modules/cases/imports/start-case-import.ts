import { sql } from 'kysely';
import type { CaseImport, CaseImportMapping, startCaseImport as endpoint } from '@zhiheng/contract/cases/case-imports';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict, invalid } from '../../../platform/errors.ts';
import { readStoredFile } from '../../../platform/files/stored-file.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { ensureSource } from '../../measurement/index.ts';
import { readCaseImport } from './case-import-view.ts';
import { emptyCounts } from './import-counts.ts';
import { openForeign } from './open-foreign.ts';

/** Queues an import after a look at the file: a column that is not there is refused now, not case by case. */
export const startCaseImportWith =
  (jobs: Jobs) =>
  async (call: Call, { body }: Parsed<typeof endpoint>): Promise<CaseImport> => {
    const file = await readStoredFile(call, body.fileId);
    refuseFlaws(body.mapping, openForeign(file.bytes, body.options).columns);
    const id = newId();
    const sourceId = await ensureSource(call, `cases-${body.mapping.product}`);
    await sql`
      insert into case_import (org_id, id, file_id, source_id, mapping, options, dry_run, state, counts, created_by)
      values (${call.orgId}, ${id}, ${body.fileId}, ${sourceId}, ${JSON.stringify(body.mapping)}, ${JSON.stringify(body.options)}, ${body.dryRun}, 'queued',
        ${JSON.stringify(emptyCounts)}, ${call.actor.id})`.execute(call.db);
    const data = { file: file.name, product: body.mapping.product, dryRun: body.dryRun };
    await recordEvent(call, { type: 'case-import.started', entity: { kind: 'case-import', id, label: file.name }, data });
    call.afterCommit(() => jobs.send('case-import', { orgId: call.orgId, id }));
    return readCaseImport(call, id);
  };

type FieldError = Parameters<typeof invalid>[0][number];

function refuseFlaws({ key, columns, rows }: CaseImportMapping, present: readonly string[]): void {
  const named = [['key', key] as const, ...Object.entries(columns).map(([field, name]) => [`columns.${field}`, name] as const)];
  const missing = named
    .filter(([, name]) => !present.includes(name))
    .map(([path, column]): FieldError => ({ path: `mapping.${path}`, code: 'unknown_column', params: { column } }));
  const needed = neededOf(rows).filter((field) => columns[field] === undefined);
  const without = needed.map((field): FieldError => ({ path: `mapping.columns.${field}`, code: 'required' }));
  if (missing.length + without.length > 0) throw invalid([...missing, ...without]);
}

const neededOf = (rows: CaseImportMapping['rows']) => {
  if (rows === 'cases') return ['openedAt'] as const;
  return rows === 'events' ? (['at'] as const) : (['at', 'changedField', 'changedFrom', 'changedTo'] as const);
};

/** Stops an import before its next batch; waits for the batch at work. */
export async function cancelCaseImport(operation: Operation, { params }: { params: { id: string } }): Promise<CaseImport> {
  const { db, orgId, now } = operation;
  const job = await readCaseImport(operation, params.id);
  const { rows } = await sql`
    update case_import set state = 'cancelled', finished_at = ${now} where org_id = ${orgId} and id = ${params.id} and state in ('queued', 'running')
    returning id`.execute(db);
  if (rows.length === 0) throw conflict('import_is_over', { state: job.state });
  await recordEvent(operation, { type: 'case-import.cancelled', entity: { kind: 'case-import', id: job.id, label: job.fileName } });
  return readCaseImport(operation, params.id);
}
