import { sql } from 'kysely';
import { caseImportCounts } from '@zhiheng/contract/cases/case-imports';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { AppError } from '../../../platform/errors.ts';
import type { Job, Jobs } from '../../../platform/jobs/jobs.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { openImport, type CaseImportRow, type OpenedImport } from './open-import.ts';
import { casesAtOnce, storeBatch } from './store-batch.ts';

interface Workshop {
  readonly root: Db;
  readonly jobs: Jobs;
}

/** A worker that said nothing for so long is taken for dead. Each batch says something. */
const silence = '60 seconds';
/** So often a job is taken up without one more batch stored until a fault ends it. */
const patience = 8;

const asSystem = <T>(root: Db, orgId: string, work: (operation: Operation) => Promise<T>): Promise<T> =>
  inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now: new Date() }));

/** Runs the imports of cases of the queue. A message may come twice: only one worker gets the job. */
export const caseImportWorker =
  ({ root, jobs }: Workshop) =>
  async ({ orgId, id }: Job): Promise<void> => {
    if (id === undefined) throw new RangeError('an import job without id');
    const job = await asSystem(root, orgId, (operation) => claim(operation, id));
    if (job === null) return;
    await work(root, job);
    // Days that are over have other figures now.
    if (!job.dry_run) await jobs.send('observe', { orgId });
  };

/** Takes a job that waits, or whose worker died; null when there is nothing to take. */
async function claim({ db, orgId }: Operation, id: string): Promise<CaseImportRow | null> {
  const { rows } = await sql<CaseImportRow>`
    update case_import set state = 'running', heartbeat_at = clock_timestamp(), started_at = coalesce(started_at, clock_timestamp()), attempts = attempts + 1
    where org_id = ${orgId} and id = ${id} and (state = 'queued' or (state = 'running' and heartbeat_at < now() - ${silence}::interval))
    returning *`.execute(db);
  return rows[0] ?? null;
}

/** The outermost loop of a job: what the file is to blame for ends it with words, all else is tried again. */
async function work(root: Db, job: CaseImportRow): Promise<void> {
  try {
    const opened = await asSystem(root, job.org_id, (operation) => openImport(operation, job));
    await run(root, job, opened);
  } catch (error) {
    if (!(error instanceof AppError) && job.attempts < patience) {
      await asSystem(root, job.org_id, ({ db, orgId }) =>
        sql`update case_import set state = 'queued' where org_id = ${orgId} and id = ${job.id} and state = 'running'`.execute(db),
      );
      throw error;
    }
    const failure = error instanceof AppError ? { code: error.code, params: error.detail.params ?? {} } : { code: 'fault', params: {} };
    await asSystem(root, job.org_id, (operation) => fail(operation, job, failure));
    if (!(error instanceof AppError)) throw error;
  }
}

/** Batch after batch, each in one transaction: after a kill it goes on behind the last one that was committed. */
async function run(root: Db, job: CaseImportRow, opened: OpenedImport): Promise<void> {
  let done = job.cases_done;
  do {
    const stored = await asSystem(root, job.org_id, (operation) => storeBatch(operation, { job, opened, done }));
    if (!stored) return;
    done = Math.min(done + casesAtOnce, opened.cases.length);
  } while (done < opened.cases.length);
  await asSystem(root, job.org_id, (operation) => finish(operation, job, opened.fileName));
}

async function finish(operation: Operation, job: CaseImportRow, fileName: string): Promise<void> {
  const { db, orgId, now } = operation;
  const { rows } = await sql<{ counts: unknown }>`
    update case_import set state = 'done', progress = 1, finished_at = ${now} where org_id = ${orgId} and id = ${job.id} and state = 'running'
    returning counts`.execute(db);
  const [row] = rows;
  if (row === undefined) return;
  const data = { dryRun: job.dry_run, ...caseImportCounts.parse(row.counts) };
  await recordEvent(operation, { type: 'case-import.finished', entity: { kind: 'case-import', id: job.id, label: fileName }, data });
}

async function fail(operation: Operation, job: CaseImportRow, failure: { code: string; params: object }): Promise<void> {
  const { db, orgId, now } = operation;
  const { rows } = await sql`
    update case_import set state = 'failed', failure = ${JSON.stringify(failure)}, finished_at = ${now}
    where org_id = ${orgId} and id = ${job.id} and state = 'running' returning id`.execute(db);
  if (rows.length === 0) return;
  await recordEvent(operation, {
    type: 'case-import.finished',
    entity: { kind: 'case-import', id: job.id },
    data: { failure: failure.code },
  });
}

/** Sends the imports again that nobody works on: their message was lost, or their worker died. */
export async function sweepCaseImports({ root, jobs }: Workshop): Promise<void> {
  const { rows } = await sql<{
    org_id: string;
    job_id: string;
  }>`select org_id, job_id from waiting_case_imports(${silence}::interval)`.execute(root);
  for (const { org_id: orgId, job_id: id } of rows) await jobs.send('case-import', { orgId, id });
}
