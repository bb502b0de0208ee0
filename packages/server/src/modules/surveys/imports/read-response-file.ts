import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { readStoredChunk } from '../../../platform/files/stored-file.ts';
import type { Operation } from '../../../platform/operation.ts';
import { csvRowsOf, UnreadableRows } from '../../../platform/table-files/csv-rows.ts';
import type { FileRow } from '../../../platform/table-files/file-row.ts';
import { nameColumns } from '../../../platform/table-files/name-columns.rules.ts';

/** A table of answers that waits to be imported. */
export interface ResponseFile {
  readonly id: string;
  readonly surveyId: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
}

/** Throws 404 when there is none, and a conflict once what it held is forgotten. */
export async function findResponseFile({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<ResponseFile> {
  const { rows } = await sql<ResponseFile & { forgotten: boolean }>`
    select f.id, f.name, f.size, f.sha256, i.survey_id as "surveyId", i.encoding, i.delimiter, i.forgotten_at is not null as forgotten
    from survey_import_file i join file f on f.org_id = ${orgId} and f.id = i.id
    join survey s on s.org_id = ${orgId} and s.id = i.survey_id and s.deleted_at is null
    where i.org_id = ${orgId} and i.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('file');
  const { forgotten, ...file } = row;
  if (forgotten) throw new AppError(409, 'file_forgotten');
  return file;
}

/** Gives chunks of a file by their number; null behind the last. */
export type ChunkReader = (seq: number) => Promise<Buffer | null>;

export const chunksIn =
  (operation: Pick<Operation, 'db' | 'orgId'>, id: string): ChunkReader =>
  (seq) =>
    readStoredChunk(operation, id, seq);

/** Each chunk in a short transaction of its own: reading a long file keeps none open. */
export const chunksFrom =
  (root: Db, orgId: string, id: string): ChunkReader =>
  (seq) =>
    inOrganisation(root, orgId, (db) => readStoredChunk({ db, orgId }, id, seq));

/** Rows below the names of the columns, in blocks, and how much of the file is read with each. */
export interface RowsOfFile {
  readonly columns: readonly string[];
  readonly rows: readonly FileRow[];
  readonly read: number;
}

/** Reads a table from its beginning. The first row that is not empty names the columns; a table without one is refused. */
export async function* readRows(
  file: Pick<ResponseFile, 'encoding' | 'delimiter' | 'size'>,
  chunks: ChunkReader,
): AsyncGenerator<RowsOfFile> {
  const taken = { bytes: 0 };
  let columns: readonly string[] | null = null;
  try {
    for await (const rows of csvRowsOf(textOf(file.encoding, chunks, taken), file.delimiter)) {
      const [head] = rows;
      const named: readonly string[] | null = columns ?? (head === undefined ? null : namesIn(head));
      if (named !== null)
        yield { columns: named, rows: columns === null ? rows.slice(1) : rows, read: Math.min(1, taken.bytes / file.size) };
      columns = named;
    }
  } catch (error) {
    if (error instanceof UnreadableRows) throw new AppError(422, 'too_many_broken_quotes', { params: { line: error.line } });
    throw error;
  }
  if (columns === null) throw new AppError(422, 'file_empty');
}

function namesIn(head: FileRow): readonly string[] {
  if (head.broken !== undefined) throw new AppError(422, head.broken, { params: { line: head.line } });
  return nameColumns(head.cells);
}

/** Text chunk by chunk; no character is torn, and zero characters are dropped: no database text may hold them. */
async function* textOf(encoding: string, chunks: ChunkReader, taken: { bytes: number }): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for (let seq = 0; ; seq += 1) {
    const chunk = await chunks(seq);
    if (chunk === null) break;
    taken.bytes += chunk.length;
    yield decoder.decode(chunk, { stream: true }).replaceAll('\0', '');
  }
  yield decoder.decode();
}
