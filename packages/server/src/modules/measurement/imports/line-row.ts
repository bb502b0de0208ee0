import type { IncomingRow } from '../incoming-rows.ts';
import type { FileRow } from '../../../platform/table-files/file-row.ts';

/** What a person needs to see of a cell. */
const longestCell = 1000;

/** Stands for the name of a column where a line could not be cut into cells. */
export const brokenCell = '#';

/** The cells of a line by the names of their columns. */
export function rawOf(row: FileRow, columns: readonly string[]): Record<string, string> {
  const names = row.broken === undefined ? columns : [brokenCell];
  return Object.fromEntries(row.cells.map((cell, index) => [names[index] ?? `#${index + 1}`, cell.slice(0, longestCell)]));
}

type Fields = Omit<IncomingRow, 'raw'>;
type Units = Pick<IncomingRow, 'service' | 'team' | 'site' | 'segment'>;

/** One observation of a line. The line itself is written out only when somebody must look at it. */
export class LineRow implements IncomingRow {
  readonly line: number;
  readonly key: string;
  readonly indicator: string;
  readonly at: Date;
  readonly value: number;
  readonly n: number;
  readonly unit: string | undefined;
  readonly service: string | undefined;
  readonly team: string | undefined;
  readonly site: string | undefined;
  readonly segment: string | undefined;
  readonly #row: FileRow;
  readonly #columns: readonly string[];

  constructor(fields: Omit<Fields, keyof Units | 'line'>, units: Units, source: { row: FileRow; columns: readonly string[] }) {
    this.line = source.row.line;
    this.key = fields.key;
    this.indicator = fields.indicator;
    this.at = fields.at;
    this.value = fields.value;
    this.n = fields.n;
    this.unit = fields.unit;
    this.service = units.service;
    this.team = units.team;
    this.site = units.site;
    this.segment = units.segment;
    this.#row = source.row;
    this.#columns = source.columns;
  }

  get raw(): Record<string, string> {
    return rawOf(this.#row, this.#columns);
  }
}
