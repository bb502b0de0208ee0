import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { AppError } from '../../../platform/errors.ts';
import type { Job, Jobs } from '../../../platform/jobs/jobs.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { claimImport, releaseImport, silence } from './claim-import.ts';
import { openImport, type ImportJobRow } from './open-import.ts';
import { rehearseImport } from './rehearse-import.ts';
import { asSystem, runImport } from './run-import.ts';

interface Workshop {
  readonly root: Db;
  readonly jobs: Jobs;
}

/**
 * So often a job is taken up without one more batch stored until a fault ends it. A lost connection has too many faces to know it by
 * its words: whatever the file is not to blame for may be better at the next attempt.
 */
export const patience = 8;

/** Runs the imports of the queue. A message may come twice: only one worker gets the job. */
export const importWorker =
  ({ root, jobs }: Workshop) =>
  async ({ orgId, id }: Job): Promise<void> => {
    if (id === undefined) throw new RangeError('an import job without id');
    const job = await asSystem(root, orgId, (operation) => claimImport(operation, id));
    if (job === null) return;
    await work(root, job);
    if (!job.dry_run) await jobs.send('compact', { orgId });
  };

/** The outermost loop of a job: what the file is to blame for ends it with words, all else is tried again. */
async function work(root: Db, job: ImportJobRow): Promise<void> {
  try {
    const opened = await asSystem(root, job.org_id, (operation) => openImport(operation, job));
    await (job.dry_run ? rehearseImport : runImport)(root, job, opened);
  } catch (error) {
    if (!(error instanceof AppError) && job.attempts < patience) {
      await asSystem(root, job.org_id, (operation) => releaseImport(operation, job.id));
      throw error;
    }
    const known = error instanceof AppError ? { code: error.code, params: paramsOf(error) } : { code: 'fault', params: {} };
    await asSystem(root, job.org_id, (operation) => fail(operation, job, known));
    if (!(error instanceof AppError)) throw error;
  }
}

const paramsOf = (error: AppError): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(error.detail.params ?? {}).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  );

interface Failure {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

async function fail(operation: Operation, job: ImportJobRow, failure: Failure): Promise<void> {
  const failed = await operation.db
    .updateTable('import_job')
    .set({ state: 'failed', failure: JSON.stringify(failure), finished_at: operation.now })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', job.id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (failed.numUpdatedRows === 0n) return;
  await recordEvent(operation, { type: 'import.finished', entity: { kind: 'import', id: job.id }, data: { failure: failure.code } });
}

/** Sends the imports again that nobody works on: their message was lost, or their worker died. */
export async function sweepImports({ root, jobs }: Workshop): Promise<void> {
  const { rows } = await sql<{ org_id: string; job_id: string }>`select org_id, job_id from waiting_imports(${silence}::interval)`.execute(
    root,
  );
  for (const { org_id: orgId, job_id: id } of rows) await jobs.send('import', { orgId, id });
}
