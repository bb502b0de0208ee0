import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IncomingRow, RejectedRow } from '../incoming-rows.ts';
import type { FileRow } from '../../../platform/table-files/file-row.ts';
import type { RowMapping } from './map-row.rules.ts';
import type { Table } from '../../../platform/table-files/open-table.ts';

/** Some records of a file, mapped, that are stored together. */
export interface ImportBatch {
  /** lines of the file that stand behind these records */
  readonly rows: number;
  readonly records: number;
  /** measures that the records leave empty */
  readonly blank: number;
  readonly incoming: readonly IncomingRow[];
  readonly rejected: readonly RejectedRow[];
  /** records of the file up to and with this batch: where a later worker goes on */
  readonly recordsDone: number;
  /** how much of the file is done, from 0 to 1 */
  readonly progress: number;
}

/** A record and how many lines of the file stand behind it. */
interface FileRecord {
  readonly row: FileRow;
  readonly lines: number;
  readonly progress: number;
}

const recordsAtOnce = 5000;
const observationsAtOnce = 20_000;

interface From {
  readonly table: Table;
  readonly mapping: RowMapping;
  /** of rows with one key only the last counts */
  readonly lastRowCounts: boolean;
  /** records that are stored already */
  readonly recordsDone: number;
}

/** Maps a file record by record, always in the same order, so that an import that was stopped goes on after what is done. */
export async function* importBatches({ table, mapping, lastRowCounts, recordsDone }: From): AsyncGenerator<ImportBatch> {
  let batch = new OpenBatch(recordsDone);
  let position = 0;
  for await (const records of lastRowCounts ? lastRows(table, mapping) : everyRow(table)) {
    for (const record of records) {
      position += 1;
      if (position <= recordsDone) continue;
      batch.add(record, mapping);
      if (!batch.full) continue;
      yield batch;
      batch = new OpenBatch(position);
    }
  }
  if (batch.records > 0) yield batch;
}

class OpenBatch implements ImportBatch {
  rows = 0;
  records = 0;
  blank = 0;
  progress = 0;
  readonly incoming: IncomingRow[] = [];
  readonly rejected: RejectedRow[] = [];

  constructor(readonly before: number) {}

  get full(): boolean {
    return this.records >= recordsAtOnce || this.incoming.length >= observationsAtOnce;
  }

  get recordsDone(): number {
    return this.before + this.records;
  }

  add(record: FileRecord, mapping: RowMapping): void {
    const mapped = mapping.map(record.row);
    this.rows += record.lines;
    this.records += 1;
    this.blank += mapped.blank;
    this.progress = record.progress;
    this.incoming.push(...mapped.rows);
    this.rejected.push(...mapped.rejected);
  }
}

/** Other requests get their turn after each block. */
async function* everyRow(table: Table): AsyncGenerator<FileRecord[]> {
  for (const { rows, read } of table.blocks()) {
    await nextTurn();
    yield rows.map((row) => ({ row, lines: 1, progress: read }));
  }
}

/** The last row of each key, in the order in which the keys first come. Rows without a key stand for themselves, to be set aside. */
async function* lastRows(table: Table, mapping: RowMapping): AsyncGenerator<FileRecord[]> {
  const last = new Map<string | number, { row: FileRow; lines: number }>();
  for (const { rows } of table.blocks()) {
    await nextTurn();
    // A line number is no key of anybody: it cannot be met twice.
    for (const row of rows) keepLast(last, mapping.keyOf(row) ?? row.line, row);
  }
  const records = [...last.values()];
  for (let from = 0; from < records.length; from += recordsAtOnce) {
    await nextTurn();
    yield records.slice(from, from + recordsAtOnce).map((record, index) => ({ ...record, progress: (from + index + 1) / records.length }));
  }
}

function keepLast(last: Map<string | number, { row: FileRow; lines: number }>, key: string | number, row: FileRow): void {
  const known = last.get(key);
  if (known === undefined) {
    last.set(key, { row, lines: 1 });
    return;
  }
  known.row = row;
  known.lines += 1;
}
