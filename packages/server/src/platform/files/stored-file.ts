import { notFound } from '../errors.ts';
import { newId } from '../identifier.ts';
import type { Operation } from '../operation.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

const chunkLength = 256 * 1024;

/** Reads a whole stored file; 404 when there is none. */
export async function readStoredFile({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<StoredFile> {
  const file = await db
    .selectFrom('file')
    .select(['id', 'name', 'sha256'])
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (file === undefined) throw notFound('file');
  const chunks = await db
    .selectFrom('file_chunk')
    .select('data')
    .where('org_id', '=', orgId)
    .where('file_id', '=', id)
    .orderBy('seq')
    .execute();
  return { ...file, bytes: Buffer.concat(chunks.map((chunk) => chunk.data)) };
}

interface NewFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** Stores a file in chunks, so that no row of the database is large. */
export async function writeStoredFile({ db, orgId, actor }: Operation, file: NewFile): Promise<string> {
  const id = newId();
  const row = { org_id: orgId, id, name: file.name, size: file.bytes.length, sha256: file.sha256, created_by: actor.id };
  await db.insertInto('file').values(row).execute();
  for (let seq = 0; seq * chunkLength < file.bytes.length; seq += 1) {
    const data = file.bytes.subarray(seq * chunkLength, (seq + 1) * chunkLength);
    await db.insertInto('file_chunk').values({ org_id: orgId, file_id: id, seq, data }).execute();
  }
  return id;
}

export async function deleteStoredFile({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<void> {
  await db.deleteFrom('file_chunk').where('org_id', '=', orgId).where('file_id', '=', id).execute();
  await db.deleteFrom('file').where('org_id', '=', orgId).where('id', '=', id).execute();
}
