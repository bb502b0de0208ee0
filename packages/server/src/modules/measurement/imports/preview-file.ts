import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { ImportMapping, previewFile as endpoint } from '@zhiheng/contract/measurement/imports';
import type { Operation } from '../../../platform/operation.ts';
import { loadIndicators } from '../load-indicators.ts';
import { readUnits } from '../resolve-subjects.ts';
import { describeColumns } from '../../../platform/table-files/describe-columns.rules.ts';
import { guessMapping } from './guess-mapping.rules.ts';
import { listMappings } from './list-mappings.ts';
import { columnsOf } from './mapping-columns.rules.ts';
import { openTable, type Table, type TableOptions } from '../../../platform/table-files/open-table.ts';
import { readStoredFile } from '../../../platform/files/stored-file.ts';

interface Input {
  readonly params: { readonly id: string };
  readonly body: TableOptions;
}

const shownRows = 20;
const longestCell = 300;

/** A first look at a file: what stands in it, and how it could be imported. */
export async function previewFile(operation: Operation, { params, body }: Input): Promise<Reply<typeof endpoint>> {
  const file = await readStoredFile(operation, params.id);
  const table = openTable(file.bytes, body);
  const columns = describeColumns(table.columns, table.sample, table.decimalComma);
  const known = { indicators: await loadIndicators(operation), units: await readUnits(operation) };
  const { format, encoding, delimiter, sheets, sheet } = table;
  return {
    ...{ format, encoding, delimiter, sheets: [...sheets], sheet, columns },
    rows: table.sample.slice(0, shownRows).map(({ cells }) => table.columns.map((_, index) => (cells[index] ?? '').slice(0, longestCell))),
    totalRows: await countRows(table),
    guess: guessMapping({ columns, sample: table.sample, known }),
    savedMappingId: await fittingMapping(operation, table.columns),
  };
}

/** Other requests get their turn after each block. */
async function countRows(table: Table): Promise<number> {
  let total = 0;
  for (const { rows } of table.blocks()) {
    await nextTurn();
    total += rows.length;
  }
  return total;
}

/** Of the saved mappings whose columns are all there, the one that reads most of them; of equals the last changed. */
async function fittingMapping(operation: Operation, columns: readonly string[]): Promise<string | null> {
  const { items } = await listMappings(operation);
  const reads = (mapping: ImportMapping): Set<string> => new Set(columnsOf(mapping).map(({ column }) => column));
  const fitting = items
    .map(({ id, mapping }) => ({ id, used: [...reads(mapping)] }))
    .filter(({ used }) => used.every((column) => columns.includes(column)));
  return fitting.sort((a, b) => b.used.length - a.used.length)[0]?.id ?? null;
}
