import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { AppError } from '../../../platform/errors.ts';
import type { Job, Jobs } from '../../../platform/jobs/jobs.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { forgetResponseFile } from './forget-files.ts';
import { openResponseImport, type ResponseImportRow } from './open-response-import.ts';
import { chunksFrom } from './read-response-file.ts';
import { readResponseImport } from './read-response-imports.ts';
import { responseBatches } from './response-batches.ts';
import { tellStored } from './start-response-import.ts';
import { storeResponseBatch } from './store-response-batch.ts';
import { undoBatch } from './undo-response-batch.ts';

interface Workshop {
  readonly root: Db;
  readonly jobs: Jobs;
}

/** A worker that said nothing for so long is taken for dead. Each batch says something. */
const silence = '30 seconds';
/** So often a job is taken up without one more batch stored until a fault ends it. */
const patience = 8;

const asSystem = <T>(root: Db, orgId: string, work: (operation: Operation) => Promise<T>): Promise<T> =>
  inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now: new Date() }));

/** Runs imports of answers, and takes them back. A message may come twice: only one worker gets the job. */
export const responseImportWorker =
  ({ root }: Pick<Workshop, 'root'>) =>
  async ({ orgId, id }: Job): Promise<void> => {
    if (id === undefined) throw new RangeError('an import job without id');
    const job = await asSystem(root, orgId, (operation) => claim(operation, id));
    if (job !== null) await work(root, job);
  };

/** Takes a job that waits, or whose worker died; null when there is nothing to take. */
async function claim({ db, orgId }: Operation, id: string): Promise<ResponseImportRow | null> {
  const { rows } = await sql<ResponseImportRow>`
    update survey_import set state = case state when 'undoing' then 'undoing' else 'running' end, heartbeat_at = clock_timestamp(),
      started_at = coalesce(started_at, clock_timestamp()), attempts = attempts + 1
    where org_id = ${orgId} and id = ${id} and (state = 'queued' or (state = 'undoing' and heartbeat_at is null)
      or (state in ('running', 'undoing') and heartbeat_at < now() - ${silence}::interval))
    returning *`.execute(db);
  return rows[0] ?? null;
}

/** The outermost loop of a job: what the file is to blame for ends it with words, all else is tried again. */
async function work(root: Db, job: ResponseImportRow): Promise<void> {
  try {
    await (job.state === 'undoing' ? undo(root, job) : run(root, job));
  } catch (error) {
    if (!(error instanceof AppError) && job.attempts < patience) {
      await asSystem(root, job.org_id, (operation) => release(operation, job.id));
      throw error;
    }
    const failure = error instanceof AppError ? { code: error.code, params: error.detail.params ?? {} } : { code: 'fault', params: {} };
    await asSystem(root, job.org_id, (operation) => fail(operation, job.id, failure));
    if (!(error instanceof AppError)) throw error;
  }
}

/** Gives a job back, so that the next worker need not wait until its silence is noticed. */
async function release({ db, orgId }: Operation, id: string): Promise<void> {
  await sql`update survey_import set heartbeat_at = null, state = case state when 'running' then 'queued' else state end
    where org_id = ${orgId} and id = ${id} and state in ('running', 'undoing')`.execute(db);
}

/** Batch after batch, each in one transaction: after a kill it goes on behind the last one that was committed. */
async function run(root: Db, job: ResponseImportRow): Promise<void> {
  const orgId = job.org_id;
  const opened = await asSystem(root, orgId, (operation) => openResponseImport(operation, job));
  const chunks = chunksFrom(root, orgId, job.file_id);
  for await (const batch of responseBatches({ file: opened.file, chunks, plan: opened.plan, lineDone: job.line_done })) {
    if (!(await asSystem(root, orgId, (operation) => storeResponseBatch(operation, { job, opened, batch })))) return;
  }
  await asSystem(root, orgId, (operation) => end(operation, job.id, { from: 'running', to: 'done' }));
}

async function undo(root: Db, job: ResponseImportRow): Promise<void> {
  while (await asSystem(root, job.org_id, (operation) => undoBatch(operation, job.id)));
  await asSystem(root, job.org_id, (operation) => end(operation, job.id, { from: 'undoing', to: 'undone' }));
}

interface Ending {
  readonly from: 'running' | 'undoing';
  readonly to: 'done' | 'undone';
}

async function end(operation: Operation, id: string, { from, to }: Ending): Promise<void> {
  const { db, orgId, now } = operation;
  const { rows } = await sql`
    update survey_import set state = ${to}, progress = 1, finished_at = ${now} where org_id = ${orgId} and id = ${id} and state = ${from}
    returning id`.execute(db);
  if (rows.length === 0) return;
  const job = await readResponseImport(operation, id);
  await recordEvent(operation, {
    type: to === 'done' ? 'survey-import.finished' : 'survey-import.undone',
    entity: { kind: 'survey-import', id, label: job.fileName },
    data: { surveyId: job.surveyId, dryRun: job.dryRun, ...job.counts },
  });
  if (to === 'undone' || job.dryRun) return;
  await tellStored(operation, job);
  await forgetResponseFile(operation, job.fileId);
}

async function fail(operation: Operation, id: string, failure: { code: string; params: object }): Promise<void> {
  const { db, orgId, now } = operation;
  const { rows } = await sql`
    update survey_import set state = 'failed', failure = ${JSON.stringify(failure)}, finished_at = ${now}
    where org_id = ${orgId} and id = ${id} and state in ('running', 'undoing') returning id`.execute(db);
  if (rows.length === 0) return;
  const job = await readResponseImport(operation, id);
  const data = { surveyId: job.surveyId, failure: failure.code };
  await recordEvent(operation, { type: 'survey-import.finished', entity: { kind: 'survey-import', id, label: job.fileName }, data });
  await tellStored(operation, job);
}

/** Sends the imports again that nobody works on: their message was lost, or their worker died. */
export async function sweepResponseImports({ root, jobs }: Workshop): Promise<void> {
  const { rows } = await sql<{ org_id: string; job_id: string }>`
    select org_id, job_id from waiting_survey_imports(${silence}::interval)`.execute(root);
  for (const { org_id: orgId, job_id: id } of rows) await jobs.send('survey-import', { orgId, id });
}
