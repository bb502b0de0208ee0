import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { previewResponses as endpoint } from '@zhiheng/contract/surveys/response-imports';
import { AppError } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { FileRow } from '../../../platform/table-files/file-row.ts';
import { chunksIn, findResponseFile, readRows, type ResponseFile } from './read-response-file.ts';

const shownRows = 5;
const shownCell = 200;
/** So many rows tell in which order days and months stand. */
const sampled = 1000;

export interface ResponseTable {
  readonly columns: readonly string[];
  readonly sample: readonly FileRow[];
}

/** The columns of a table and its first rows. Refuses a table without a row of answers. */
export async function openResponseTable(operation: Operation, file: ResponseFile): Promise<ResponseTable> {
  let columns: readonly string[] = [];
  const sample: FileRow[] = [];
  for await (const block of readRows(file, chunksIn(operation, file.id))) {
    columns = block.columns;
    sample.push(...block.rows.slice(0, sampled - sample.length));
    if (sample.length === sampled) break;
  }
  if (sample.length === 0) throw new AppError(422, 'no_rows');
  return { columns, sample };
}

/** What somebody has to see of a table to tell which column holds which answer. */
export async function previewResponses(
  operation: Operation,
  { params }: Pick<Parsed<typeof endpoint>, 'params'>,
): Promise<Reply<typeof endpoint>> {
  const file = await findResponseFile(operation, params.id);
  const { columns, sample } = await openResponseTable(operation, file);
  const rows = sample.slice(0, shownRows).map(({ cells }) => columns.map((_, at) => (cells[at] ?? '').slice(0, shownCell)));
  return { name: file.name, size: file.size, columns: [...columns], rows };
}
