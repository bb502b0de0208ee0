import { fileOptions } from '@zhiheng/contract/measurement/imports';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { openTable } from '../../../platform/table-files/open-table.ts';
import { readStoredFile } from '../../../platform/files/stored-file.ts';

interface Line {
  readonly fileName: string;
  readonly line: number;
  readonly columns: string[];
  readonly cells: string[];
}

/** The row of the stored file that begins at a line. */
export async function readImportedLine(operation: Operation, { params }: { params: { id: string; line: number } }): Promise<Line> {
  const { db, orgId } = operation;
  const job = await db
    .selectFrom('import_job')
    .select(['file_id', 'options'])
    .where('org_id', '=', orgId)
    .where('id', '=', params.id)
    .executeTakeFirst();
  if (job === undefined) throw notFound('import');
  const file = await readStoredFile(operation, job.file_id);
  const table = openTable(file.bytes, fileOptions.parse(job.options));
  for (const { rows } of table.blocks()) {
    if ((rows.at(-1)?.line ?? 0) < params.line) continue;
    const row = rows.find(({ line }) => line === params.line);
    if (row === undefined) break;
    return {
      fileName: file.name,
      line: row.line,
      columns: [...table.columns],
      cells: table.columns.map((_, index) => row.cells[index] ?? ''),
    };
  }
  throw notFound('line');
}
