import { setImmediate as breathe } from 'node:timers/promises';
import type { FileRow } from '../../../platform/table-files/file-row.ts';
import type { BulkAnswer } from '../responses/write-answers.ts';
import { answerOfRow, type RowFault, type RowPlan } from './answer-of-row.ts';
import { readRows, type ChunkReader, type ResponseFile } from './read-response-file.ts';
import type { ResponseBatch } from './store-response-batch.ts';

/** One statement writes so many; the others who use the house have their turn in between. */
const rowsAtOnce = 2_500;
const checkedAtOnce = 250;

interface From {
  readonly file: ResponseFile;
  readonly chunks: ChunkReader;
  readonly plan: RowPlan;
  /** up to this line everything is stored */
  readonly lineDone: number;
}

/** Checks a file row by row, always in the same order, so that an import that was stopped goes on behind what is stored. */
export async function* responseBatches({ file, chunks, plan, lineDone }: From): AsyncGenerator<ResponseBatch> {
  const records = new Set<string>();
  let batch = new OpenBatch(lineDone);
  let seen = 0;
  for await (const { rows, read } of readRows(file, chunks)) {
    for (const row of rows) {
      seen += 1;
      if (seen % checkedAtOnce === 0) await breathe();
      const result = readOnce(plan, row, records);
      if (row.line <= lineDone) continue;
      batch.add(row, result, read);
      if (batch.rows < rowsAtOnce) continue;
      yield batch;
      batch = new OpenBatch(row.line);
    }
  }
  if (batch.rows > 0) yield batch;
}

type Result = ReturnType<typeof answerOfRow>;

/** A key that comes twice in one file is a fault of the file; a line is no key of anybody and comes once. */
function readOnce(plan: RowPlan, row: FileRow, records: Set<string>): Result {
  const result = answerOfRow(plan, row);
  if ('faults' in result || plan.record === null) return result;
  if (records.has(result.once)) return { faults: [{ field: '', code: 'duplicate-record' }] };
  records.add(result.once);
  return result;
}

class OpenBatch implements ResponseBatch {
  line: number;
  rows = 0;
  refused = 0;
  progress = 0;
  readonly answers: BulkAnswer[] = [];
  readonly faults: (RowFault & { readonly line: number })[] = [];

  constructor(readonly after: number) {
    this.line = after;
  }

  add({ line }: FileRow, result: Result, read: number): void {
    this.line = line;
    this.rows += 1;
    this.progress = read;
    if ('once' in result) {
      this.answers.push(result);
      return;
    }
    this.refused += 1;
    this.faults.push(...result.faults.map((fault) => ({ line, ...fault })));
  }
}
