import { ByteWriter, ParquetWriter, type BasicType } from 'hyparquet-writer';
import type { DescribedTable } from '@zhiheng/contract/open-data/tables';
import type { Row } from './read-batches.ts';

const kinds: Readonly<Record<string, BasicType>> = {
  text: 'STRING',
  integer: 'INT32',
  bigint: 'INT64',
  'double precision': 'DOUBLE',
  'timestamp with time zone': 'TIMESTAMP',
  date: 'STRING',
  boolean: 'BOOLEAN',
};

const elements = {
  STRING: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  INT32: { type: 'INT32' },
  INT64: { type: 'INT64' },
  DOUBLE: { type: 'DOUBLE' },
  TIMESTAMP: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  BOOLEAN: { type: 'BOOLEAN' },
} as const;

/** A Parquet file that grows batch by batch. What is ready can be taken away, so that a large table needs no large memory. */
export class ParquetFile {
  private readonly bytes = new ByteWriter();
  private readonly file: ParquetWriter;
  private readonly columns: readonly { readonly name: string; readonly kind: keyof typeof elements }[];

  constructor({ columns }: Pick<DescribedTable, 'columns'>) {
    this.columns = columns.map(({ name, type }) => ({ name, kind: (kinds[type] ?? 'STRING') as keyof typeof elements }));
    const fields = this.columns.map(({ name, kind }) => ({ name, repetition_type: 'OPTIONAL' as const, ...elements[kind] }));
    this.file = new ParquetWriter({
      writer: this.bytes,
      schema: [{ name: 'root', num_children: fields.length }, ...fields],
      createdBy: 'zhiheng',
    });
  }

  /** One row group per call. */
  add(rows: readonly Row[]): void {
    const columnData = this.columns.map(({ name, kind }) => ({ name, data: rows.map((row) => stored(row[name], kind)) }));
    // It only waits where its writer does, and ours keeps its bytes.
    void this.file.write({ columnData, rowGroupSize: rows.length });
  }

  finish(): void {
    void this.file.finish();
  }

  /** The bytes since the last time. */
  take(): Buffer {
    const bytes = Buffer.from(this.bytes.getBytes());
    this.bytes.index = 0;
    return bytes;
  }
}

function stored(value: unknown, kind: keyof typeof elements): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'INT64') return BigInt(value as number);
  if (kind === 'STRING') return typeof value === 'string' ? value : JSON.stringify(value);
  return value;
}
