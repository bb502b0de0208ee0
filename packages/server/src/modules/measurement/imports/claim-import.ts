import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import type { ImportJobRow } from './open-import.ts';

/** A worker that said nothing for so long is taken for dead. Each batch says something. */
export const silence = '20 seconds';

/** Takes a job that waits, or whose worker died; null when there is nothing to take. */
export async function claimImport({ db, orgId }: Operation, id: string): Promise<ImportJobRow | null> {
  const row = await db
    .updateTable('import_job')
    .set((e) => ({
      state: 'running',
      heartbeat_at: sql`clock_timestamp()`,
      started_at: sql`coalesce(started_at, clock_timestamp())`,
      attempts: e('attempts', '+', 1),
    }))
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where((e) =>
      e.or([
        e('state', '=', 'queued'),
        e.and([e('state', '=', 'running'), e('heartbeat_at', '<', sql<Date>`now() - ${silence}::interval`)]),
      ]),
    )
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Gives a job back, so that the next worker need not wait until its silence is noticed. */
export async function releaseImport({ db, orgId }: Operation, id: string): Promise<void> {
  await db
    .updateTable('import_job')
    .set({ state: 'queued' })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}
