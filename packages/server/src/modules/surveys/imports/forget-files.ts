import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { deleteStoredFile, forgetContent } from '../../../platform/files/stored-file.ts';
import type { Operation } from '../../../platform/operation.ts';

type Place = Pick<Operation, 'db' | 'orgId'>;

/** So long a table waits to be imported, and a file of an answer for the answer that names it. */
const kept = 7 * 86_400_000;

/** Once its answers are stored, what the file held is kept no longer; that it was there stays. */
export async function forgetResponseFile({ db, orgId }: Place, id: string): Promise<void> {
  await forgetContent({ db, orgId }, [id]);
  await sql`update survey_import_file set forgotten_at = now() where org_id = ${orgId} and id = ${id}`.execute(db);
}

/** Forgets files that were sent and never used. */
export async function forgetOldFiles(root: Db, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - kept);
  const { rows } = await sql<{ orgId: string }>`select organisations_with_old_survey_files(${before}) as "orgId"`.execute(root);
  for (const { orgId } of rows)
    await inOrganisation(root, orgId, async (db) => {
      for (const id of await oldTables({ db, orgId }, before)) await forgetResponseFile({ db, orgId }, id);
      for (const id of await takeUnclaimed({ db, orgId }, before)) await deleteStoredFile({ db, orgId }, id);
    });
}

/** A table that an import is reading stays until that is over. */
async function oldTables({ db, orgId }: Place, before: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from survey_import_file i where i.org_id = ${orgId} and i.forgotten_at is null and i.created_at < ${before} and not exists (
      select from survey_import j where j.org_id = ${orgId} and j.file_id = i.id and j.state in ('queued', 'running'))
    for update skip locked`.execute(db);
  return rows.map(({ id }) => id);
}

/** Whoever goes on with a draft finds the files there that they sent before. */
async function takeUnclaimed({ db, orgId }: Place, before: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from survey_file x where x.org_id = ${orgId} and x.resume is not null and x.created_at < ${before}
      and not exists (select from survey_draft d where d.org_id = ${orgId} and d.resume = x.resume) returning id`.execute(db);
  return rows.map(({ id }) => id);
}
