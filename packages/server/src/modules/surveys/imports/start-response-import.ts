import { sql } from 'kysely';
import { fieldsOf } from '@zhiheng/forms/fields';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type {
  ResponseImport,
  ResponseImportCounts,
  ResponseReading,
  startResponseImport as endpoint,
} from '@zhiheng/contract/surveys/response-imports';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { conflict, invalid, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { findSurvey } from '../read-survey.ts';
import { findVersion, type FormVersion } from '../versions/form-of-version.ts';
import { openResponseTable } from './preview-responses.ts';
import { findResponseFile } from './read-response-file.ts';
import { readResponseImport } from './read-response-imports.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'body'>;

const nothing: ResponseImportCounts = { rows: 0, stored: 0, unchanged: 0, refused: 0, faults: 0, undone: 0 };

/** Queues an import after a look at the file: a column that is not there is refused now, not row by row. */
export const startResponseImportWith =
  (jobs: Jobs) =>
  async (call: Call, { params, body }: Input): Promise<ResponseImport> => {
    const survey = await findSurvey(call, params.id);
    const version = await versionOf(call, survey, body.reading.versionNumber);
    const file = await findResponseFile(call, body.fileId);
    if (file.surveyId !== survey.id) throw invalidField('fileId', 'unknown_file');
    refuseFlaws(body.reading, version, (await openResponseTable(call, file)).columns);
    const id = newId();
    await sql`
      insert into survey_import (org_id, id, survey_id, version_id, file_id, reading, dry_run, state, counts, created_by, created_at)
      values (${call.orgId}, ${id}, ${survey.id}, ${version.id}, ${file.id}, ${JSON.stringify(body.reading)}, ${body.dryRun}, 'queued',
        ${JSON.stringify(nothing)}, ${call.actor.id}, ${call.now})`.execute(call.db);
    const data = { surveyId: survey.id, dryRun: body.dryRun };
    await recordEvent(call, { type: 'survey-import.started', entity: { kind: 'survey-import', id, label: file.name }, data });
    call.afterCommit(() => jobs.send('survey-import', { orgId: call.orgId, id }));
    return readResponseImport(call, id);
  };

async function versionOf(operation: Operation, { id, versions }: Survey, wanted: number): Promise<FormVersion> {
  const found = versions.find(({ number }) => number === wanted);
  if (found === undefined) throw invalidField('reading.versionNumber', 'unknown_version');
  return findVersion(operation, id, found.id);
}

function refuseFlaws({ columns, recordColumn, timeColumn }: ResponseReading, { form }: FormVersion, present: readonly string[]): void {
  const known = new Set(fieldsOf(form).map(({ key }) => key));
  const twice = new Set(Object.values(columns)).size < Object.keys(columns).length;
  const named = [['recordColumn', recordColumn] as const, ['timeColumn', timeColumn] as const];
  const wrong = [
    ...(Object.keys(columns).length === 0 ? [{ path: 'columns', code: 'required' }] : []),
    ...(twice ? [{ path: 'columns', code: 'duplicate' }] : []),
    ...Object.keys(columns).flatMap((column) =>
      present.includes(column) ? [] : [{ path: `columns.${column}`, code: 'unknown_column', params: { column } }],
    ),
    ...Object.entries(columns).flatMap(([column, key]) => (known.has(key) ? [] : [{ path: `columns.${column}`, code: 'unknown_field' }])),
    ...named.flatMap(([path, column]) =>
      column === null || present.includes(column) ? [] : [{ path, code: 'unknown_column', params: { column } }],
    ),
  ];
  if (wrong.length > 0) throw invalid(wrong.map((flaw) => ({ ...flaw, path: `reading.${flaw.path}` })));
}

/** Stops an import before its next batch; waits for the batch at work. */
export async function cancelResponseImport(operation: Operation, { params }: { params: { id: string } }): Promise<ResponseImport> {
  const { db, orgId, now } = operation;
  const job = await readResponseImport(operation, params.id);
  const { rows } = await sql`
    update survey_import set state = 'cancelled', finished_at = ${now} where org_id = ${orgId} and id = ${job.id} and state in ('queued', 'running')
    returning id`.execute(db);
  if (rows.length === 0) throw conflict('import_is_over', { state: job.state });
  const entity = { kind: 'survey-import', id: job.id, label: job.fileName };
  await recordEvent(operation, { type: 'survey-import.cancelled', entity, data: { surveyId: job.surveyId } });
  const ended = await readResponseImport(operation, job.id);
  await tellStored(operation, ended);
  return ended;
}

/** What an import has stored counts, however it ended: whoever looks at new answers hears of them. */
export async function tellStored(operation: Operation, job: ResponseImport): Promise<void> {
  if (job.dryRun || job.counts.stored === 0) return;
  const { rows } = await sql<{ label: string }>`
    select name ->> 'zh' as label from survey where org_id = ${operation.orgId} and id = ${job.surveyId}`.execute(operation.db);
  const { stored, refused } = job.counts;
  await recordEvent(operation, {
    type: 'survey.responses-imported',
    entity: { kind: 'survey', id: job.surveyId, label: rows[0]?.label ?? '' },
    data: { surveyId: job.surveyId, importId: job.id, stored, refused },
  });
}

/** Asks for an import to be taken back; a worker does so batch by batch. */
export const undoResponseImportWith =
  (jobs: Jobs) =>
  async (call: Call, { params }: { params: { id: string } }): Promise<ResponseImport> => {
    const { db, orgId } = call;
    const job = await readResponseImport(call, params.id);
    const { rows } = await sql`
      update survey_import set state = 'undoing', progress = 0, attempts = 0, heartbeat_at = null, failure = null
      where org_id = ${orgId} and id = ${job.id} and not dry_run and state in ('done', 'failed', 'cancelled') returning id`.execute(db);
    if (rows.length === 0) throw conflict('import_not_undoable', { state: job.state });
    const entity = { kind: 'survey-import', id: job.id, label: job.fileName };
    await recordEvent(call, { type: 'survey-import.undo-started', entity, data: { surveyId: job.surveyId } });
    call.afterCommit(() => jobs.send('survey-import', { orgId, id: job.id }));
    return readResponseImport(call, job.id);
  };
