import type { Selectable } from 'kysely';
import { fileOptions, importMapping, type ImportMapping } from '@zhiheng/contract/measurement/imports';
import type { DB } from '../../../platform/database/connect.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { StoreRequest } from '../incoming-rows.ts';
import { unitParts } from '../incoming-rows.ts';
import { loadIndicators } from '../load-indicators.ts';
import { readTimeZone } from '../store-rows.ts';
import { checkColumns } from './check-columns.ts';
import { importBatches, type ImportBatch } from './import-batches.ts';
import { compileMapping } from './map-row.rules.ts';
import { openTable } from '../../../platform/table-files/open-table.ts';
import { readStoredFile } from '../../../platform/files/stored-file.ts';

export type ImportJobRow = Selectable<DB['import_job']>;

/** An import ready to run: its batches from where it stands, and what they need to be stored. */
export interface OpenedImport {
  readonly fileName: string;
  readonly createMissing: NonNullable<StoreRequest['createMissing']>;
  readonly batches: AsyncGenerator<ImportBatch>;
}

/** Reads file, mapping and indicators of a job. */
export async function openImport(operation: Operation, job: ImportJobRow): Promise<OpenedImport> {
  const mapping = importMapping.parse(job.mapping);
  const file = await readStoredFile(operation, job.file_id);
  const table = openTable(file.bytes, fileOptions.parse(job.options));
  checkColumns(mapping, table.columns);
  const rowMapping = compileMapping({
    mapping,
    columns: table.columns,
    decimalComma: table.decimalComma,
    organisationZone: await readTimeZone(operation),
    fileHash: file.sha256,
    indicators: await loadIndicators(operation),
  });
  const lastRowCounts = mapping.rows === 'events';
  const batches = importBatches({ table, mapping: rowMapping, lastRowCounts, recordsDone: job.rows_done });
  return { fileName: file.name, createMissing: unitsToCreate(mapping), batches };
}

const unitsToCreate = ({ subject }: ImportMapping): NonNullable<StoreRequest['createMissing']> =>
  Object.fromEntries(
    unitParts.map((part) => {
      const source = subject[part];
      return [part, source?.kind === 'column' && source.createMissing];
    }),
  );
