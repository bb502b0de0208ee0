import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { DescribedTable, exportOpenTable as endpoint } from '@zhiheng/contract/open-data/tables';
import type { Db } from '../../../platform/database/connect.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { csvLine } from '../../../platform/table-files/csv-text.rules.ts';
import { describeTables } from './describe-tables.ts';
import { ParquetFile } from './parquet-file.ts';
import { readBatches, type Extract, type Row } from './read-batches.ts';

type Write = (part: string | Buffer) => Promise<void>;

/** A whole table, read and sent piece by piece. The log says who took it. */
export const exportTable =
  (root: Db) =>
  async (call: Call, { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>): Promise<Readable> => {
    const { table } = params;
    const { format, from, to } = query;
    const described = (await describeTables(call)).find(({ name }) => name === table);
    if (described === undefined) throw notFound('open-table');
    // A moment that the database does not know is refused before anything is sent.
    await sql`select ${from ?? null}::timestamptz, ${to ?? null}::timestamptz`.execute(call.db);
    const entity = { kind: 'open-table', id: table, label: table };
    await recordEvent(call, { type: 'data.exported', entity, data: { format, from: from ?? null, to: to ?? null } });
    call.reply.headers({
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.apache.parquet',
      'content-disposition': `attachment; filename="${table}.${format}"`,
      'cache-control': 'private, no-store',
    });
    const extract = { root, orgId: call.orgId, table, from, to };
    return streaming((write) => (format === 'csv' ? writeCsv : writeParquet)(extract, described, write));
  };

/** Ends when the work does, breaks when it fails, and stops it when nobody reads on. */
function streaming(work: (write: Write) => Promise<void>): Readable {
  const stream = new PassThrough();
  const gone = new AbortController();
  stream.once('close', () => gone.abort());
  const write: Write = async (part) => {
    gone.signal.throwIfAborted();
    if (!stream.write(part)) await once(stream, 'drain', { signal: gone.signal });
  };
  work(write).then(
    () => stream.end(),
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return stream;
}

async function writeCsv(extract: Extract, { columns }: DescribedTable, write: Write): Promise<void> {
  const names = columns.map(({ name }) => name);
  await write(csvLine(names));
  await readBatches(extract, (rows) => write(rows.map((row) => csvLine(names.map((name) => textOf(row[name])))).join('')));
}

const textOf = (value: Row[string]): string | number => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | boolean);
};

async function writeParquet(extract: Extract, described: DescribedTable, write: Write): Promise<void> {
  const file = new ParquetFile(described);
  await readBatches(extract, (rows) => {
    file.add(rows);
    return write(file.take());
  });
  file.finish();
  await write(file.take());
}
