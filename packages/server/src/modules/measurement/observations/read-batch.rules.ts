import Papa from 'papaparse';
import { observationInput, type QuarantineReason } from '@zhiheng/contract/measurement/observations';
import { AppError, invalidField } from '../../../platform/errors.ts';
import type { IncomingRow, RejectedRow } from '../incoming-rows.ts';

export const mostRows = 10_000;

/** Rows of a call as plain objects, whatever their format. Throws an AppError when the body is no list of rows at all. */
export function rowsOf(contentType: string, body: unknown): unknown[] {
  const rows = typeof body === 'string' && !contentType.startsWith('application/json') ? textRows(contentType, body) : body;
  if (!Array.isArray(rows)) throw invalidField('', 'rows_expected');
  if (rows.length === 0) throw invalidField('', 'rows_missing');
  if (rows.length > mostRows) throw new AppError(413, 'too_many_rows', { params: { most: mostRows } });
  return rows;
}

function textRows(contentType: string, text: string): unknown[] {
  if (contentType.startsWith('text/csv')) return csvRows(text);
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseLine);
}

/** A line that is no JSON stays text: it is quarantined like any other row that cannot be understood. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

function csvRows(text: string): unknown[] {
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' });
  return data.map((row) => ({ ...withoutBlanks(row), value: numeric(row['value']), ...(row['n'] ? { n: numeric(row['n']) } : {}) }));
}

const withoutBlanks = (row: Record<string, string>) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''));
const numeric = (cell: string | undefined): unknown =>
  cell === undefined || cell.trim() === '' ? undefined : Number.isNaN(Number(cell)) ? cell : Number(cell);

/** Which reason a wrong field gives; anything else makes the row malformed. */
const reasons: Readonly<Record<string, { readonly missing: QuarantineReason; readonly wrong: QuarantineReason }>> = {
  at: { missing: 'missing_time', wrong: 'impossible_time' },
  value: { missing: 'missing_value', wrong: 'not_a_number' },
  indicator: { missing: 'unknown_indicator', wrong: 'unknown_indicator' },
};

export type ReadRow = { readonly kind: 'row'; readonly row: IncomingRow } | { readonly kind: 'rejected'; readonly row: RejectedRow };

/** Parses one row; `fallbackKey` identifies a row that brings no key of its own. */
export function readRow(raw: unknown, fallbackKey: string): ReadRow {
  const parsed = observationInput.safeParse(raw);
  if (!parsed.success) return { kind: 'rejected', row: reject(raw, String(parsed.error.issues[0]?.path[0] ?? '')) };
  const { at, key, ...rest } = parsed.data;
  return { kind: 'row', row: { ...rest, at: new Date(at), key: key ?? fallbackKey, line: null, raw: raw as Record<string, unknown> } };
}

function reject(raw: unknown, field: string): RejectedRow {
  const plain = isPlain(raw) ? raw : { row: typeof raw === 'string' ? raw.slice(0, 2000) : raw };
  const { [field]: value, indicator } = plain;
  const reason = Object.hasOwn(reasons, field) ? reasons[field] : undefined;
  return {
    line: null,
    indicator: typeof indicator === 'string' ? indicator : null,
    reason: reason?.[value === undefined ? 'missing' : 'wrong'] ?? 'malformed_row',
    params: { field, value: value === undefined ? null : String(value).slice(0, 200) },
    raw: plain,
  };
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
