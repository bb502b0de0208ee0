import type { ImportMapping } from '@zhiheng/contract/measurement/imports';
import type { IncomingRow, RejectedRow } from '../incoming-rows.ts';
import { unitParts } from '../incoming-rows.ts';
import type { IndicatorRecord } from '../load-indicators.ts';
import { spoken } from '../resolve-subjects.ts';
import type { FileRow } from '../../../platform/table-files/file-row.ts';
import { LineRow, rawOf } from './line-row.ts';
import { LocalClock } from '../../../platform/table-files/local-clock.rules.ts';
import { columnsOf } from './mapping-columns.rules.ts';
import { observationReader } from './read-observation.rules.ts';
import { measureReader, type CellReading, type MeasureReading } from './read-measure.rules.ts';
import { readTime, type ReadTime } from '../../../platform/table-files/read-time.rules.ts';
import { recordKeyOf } from './record-key.rules.ts';

/** What became of one row of a file. `blank`: measures that the row leaves empty. */
export interface MappedRow {
  readonly rows: readonly IncomingRow[];
  readonly rejected: readonly RejectedRow[];
  readonly blank: number;
}

export interface RowMapping {
  readonly map: (row: FileRow) => MappedRow;
  /** the mapped key of a row; null when the row has none or is not whole */
  readonly keyOf: (row: FileRow) => string | null;
}

export interface MappingContext {
  readonly mapping: ImportMapping;
  readonly columns: readonly string[];
  readonly decimalComma: boolean;
  /** zone of the organisation's calendar */
  readonly organisationZone: string;
  /** sha256 of the file, in hex */
  readonly fileHash: string;
  readonly indicators: readonly IndicatorRecord[];
}

/** One figure that a row speaks of, before it is an observation. */
export interface Reading {
  readonly indicator: string;
  readonly reading: MeasureReading;
}

/** Compiles a mapping for one file into a function of its rows. */
export function compileMapping(context: MappingContext): RowMapping {
  const { mapping, columns } = context;
  const indexOf = (column: string): number => columns.indexOf(column);
  const keyIndexes = mapping.key.map(indexOf);
  const keyIn = (row: FileRow): string => recordKeyOf(keyIndexes.map((index) => row.cells[index] ?? ''));
  const last = Math.max(...columnsOf(mapping).map(({ column }) => indexOf(column)));
  const { at, cells } = timeReading(context);
  const read =
    mapping.rows === 'observations'
      ? observationReader(mapping, cells, namesOf(context.indicators))
      : recordReader(mapping.measures, cells);
  const subjectOf = subjectReader(mapping, indexOf);

  function map(row: FileRow): MappedRow {
    const fault = shapeFault(row, columns, last);
    if (fault !== null) return setAside(row, columns, fault);
    const mapped = keyIn(row);
    if (mapping.key.length > 0 && mapped === '') return setAside(row, columns, { reason: 'missing_key', params: {} });
    const time = at(row);
    if (typeof time !== 'number')
      return setAside(row, columns, timeFault(time, mapping.time.column, row.cells[indexOf(mapping.time.column)] ?? ''));
    const key = mapped === '' ? `${context.fileHash.slice(0, 16)}:${row.line}` : mapped;
    return assemble(read(row), { row, columns, key, at: new Date(time), units: subjectOf(row) });
  }
  return { map, keyOf: (row) => (shapeFault(row, columns, last) === null ? keyIn(row) || null : null) };
}

function timeReading({ mapping, columns, decimalComma, organisationZone, indicators }: MappingContext) {
  const clock = new LocalClock(mapping.timeZone);
  const calendar = new LocalClock(organisationZone);
  const { grain, dayOrder, column } = mapping.time;
  const index = columns.indexOf(column);
  const measures = new Map(indicators.map((indicator) => [indicator.code, indicator.measure]));
  const cells: CellReading = {
    indexOf: (name) => columns.indexOf(name),
    decimalComma,
    time: (text) => readTime(text, { grain: 'instant', dayOrder, clock, calendar }),
    measureOf: (indicator) => measures.get(indicator) ?? null,
  };
  return { cells, at: (row: FileRow): ReadTime => readTime(row.cells[index] ?? '', { grain, dayOrder, clock, calendar }) };
}

type Records = Exclude<ImportMapping, { rows: 'observations' }>;

function recordReader(measures: Records['measures'], cells: CellReading): (row: FileRow) => Reading[] {
  const readers = measures.map((measure) => ({ indicator: measure.indicator, read: measureReader(measure, cells) }));
  return (row) => readers.map(({ indicator, read }) => ({ indicator, reading: read(row) }));
}

/** Codes of indicators by what a cell may call them. */
function namesOf(indicators: readonly IndicatorRecord[]): (cell: string) => string {
  const named = new Map(indicators.flatMap(({ code, name }) => [spoken(name.zh), spoken(name.en)].map((word) => [word, code] as const)));
  for (const { code } of indicators) named.set(code, code);
  return (cell) => named.get(spoken(cell)) ?? cell.trim().slice(0, 200);
}

type Units = Pick<IncomingRow, 'service' | 'team' | 'site' | 'segment'>;

function subjectReader(mapping: ImportMapping, indexOf: (column: string) => number): (row: FileRow) => Units {
  const sources = unitParts.flatMap((part) => {
    const source = mapping.subject[part];
    if (source === undefined) return [];
    return [{ part, read: source.kind === 'fixed' ? () => source.code : unitCell(indexOf(source.column)) }];
  });
  return (row) => Object.fromEntries(sources.map(({ part, read }) => [part, read(row)]));
}

const unitCell =
  (index: number) =>
  (row: FileRow): string | undefined =>
    row.cells[index]?.trim().slice(0, 200) || undefined;

type Fault = Pick<RejectedRow, 'reason' | 'params'>;

/** A row must reach to the last column that is used, and not beyond the names except with nothing. */
function shapeFault(row: FileRow, columns: readonly string[], last: number): Fault | null {
  if (row.broken !== undefined) return { reason: 'malformed_row', params: { problem: row.broken } };
  const extra = row.cells.length > columns.length && row.cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (!extra && row.cells.length > last) return null;
  return { reason: 'malformed_row', params: { cells: row.cells.length, columns: columns.length } };
}

const timeFault = (time: 'blank' | 'impossible', column: string, text: string): Fault =>
  time === 'blank'
    ? { reason: 'missing_time', params: { column } }
    : { reason: 'impossible_time', params: { column, value: text.trim().slice(0, 200) } };

const setAside = (row: FileRow, columns: readonly string[], fault: Fault): MappedRow => ({
  rows: [],
  rejected: [{ line: row.line, indicator: null, ...fault, raw: rawOf(row, columns) }],
  blank: 0,
});

interface Frame {
  readonly row: FileRow;
  readonly columns: readonly string[];
  readonly key: string;
  readonly at: Date;
  readonly units: Units;
}

function assemble(readings: readonly Reading[], frame: Frame): MappedRow {
  const rows: IncomingRow[] = [];
  const rejected: RejectedRow[] = [];
  let blank = 0;
  for (const { indicator, reading } of readings) {
    if (reading.kind === 'blank') blank += 1;
    else if (reading.kind === 'value')
      rows.push(
        new LineRow(
          { key: frame.key, indicator, at: frame.at, value: reading.value, n: reading.n, unit: reading.unit },
          frame.units,
          frame,
        ),
      );
    else
      rejected.push({
        line: frame.row.line,
        indicator,
        reason: reading.reason,
        params: reading.params,
        raw: rawOf(frame.row, frame.columns),
      });
  }
  return { rows, rejected, blank };
}
