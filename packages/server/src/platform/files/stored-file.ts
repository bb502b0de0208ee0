import { createHash } from 'node:crypto';
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

/** Stores a file as it comes, chunk by chunk; `look` sees each. Returns what is known of it once all is there. */
export async function streamToStoredFile(
  { db, orgId, actor }: Operation,
  { name, bytes }: { readonly name: string; readonly bytes: AsyncIterable<Buffer> },
  look: (chunk: Buffer) => void,
): Promise<{ id: string; size: number; sha256: string }> {
  const id = newId();
  const print = createHash('sha256');
  let size = 0;
  await db.insertInto('file').values({ org_id: orgId, id, name, size, sha256: '', created_by: actor.id }).execute();
  let seq = 0;
  for await (const data of inChunks(bytes)) {
    look(data);
    print.update(data);
    size += data.length;
    await db.insertInto('file_chunk').values({ org_id: orgId, file_id: id, seq, data }).execute();
    seq += 1;
  }
  const sha256 = print.digest('hex');
  await db.updateTable('file').set({ size, sha256 }).where('org_id', '=', orgId).where('id', '=', id).execute();
  return { id, size, sha256 };
}

async function* inChunks(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes) {
    waiting.push(piece);
    length += piece.length;
    if (length < chunkLength) continue;
    const all = Buffer.concat(waiting);
    let from = 0;
    for (; all.length - from >= chunkLength; from += chunkLength) yield all.subarray(from, from + chunkLength);
    waiting = [all.subarray(from)];
    length = all.length - from;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** One chunk of a stored file; null behind the last one, and where what it held is forgotten. */
export async function readStoredChunk({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, id: string, seq: number): Promise<Buffer | null> {
  const row = await db
    .selectFrom('file_chunk')
    .select('data')
    .where('org_id', '=', orgId)
    .where('file_id', '=', id)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row?.data ?? null;
}

/** Forgets what a file held; that it was there, its name and its print stay. */
export async function forgetContent({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('file_chunk').where('org_id', '=', orgId).where('file_id', 'in', ids).execute();
}

export async function deleteStoredFile({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<void> {
  await db.deleteFrom('file_chunk').where('org_id', '=', orgId).where('file_id', '=', id).execute();
  await db.deleteFrom('file').where('org_id', '=', orgId).where('id', '=', id).execute();
}
