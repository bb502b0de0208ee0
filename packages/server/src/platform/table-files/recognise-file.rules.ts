import { decodeStart } from './decode-text.rules.ts';

export type FileFormat = 'csv' | 'xlsx';

/** What an uploaded file is, by its content; its name is not asked. */
export type Recognised =
  | { readonly kind: 'table'; readonly format: FileFormat }
  | { readonly kind: 'refused'; readonly code: 'file_empty' | 'file_not_a_table' | 'workbook_old_or_locked' };

const zip = Buffer.from('PK\u0003\u0004', 'latin1');
/** Compound file: Excel before 2007, and every workbook under a password. */
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Tells CSV and XLSX from everything else.
 * @example recogniseFile(Buffer.from('day,value\n2026-03-01,7\n')) // { kind: 'table', format: 'csv' }
 */
export function recogniseFile(bytes: Buffer): Recognised {
  if (bytes.length === 0) return { kind: 'refused', code: 'file_empty' };
  if (bytes.subarray(0, 4).equals(compound)) return { kind: 'refused', code: 'workbook_old_or_locked' };
  if (bytes.subarray(0, 4).equals(zip)) {
    return bytes.includes('xl/workbook.xml') ? { kind: 'table', format: 'xlsx' } : { kind: 'refused', code: 'file_not_a_table' };
  }
  return recogniseText(bytes);
}

function recogniseText(bytes: Buffer): Recognised {
  const start = decodeStart(bytes);
  if (start === null) return { kind: 'refused', code: 'file_not_a_table' };
  const text = start.trim();
  if (text === '') return { kind: 'refused', code: 'file_empty' };
  return looksForeign(text) ? { kind: 'refused', code: 'file_not_a_table' } : { kind: 'table', format: 'csv' };
}

/** Pages, data structures and documents that are text, but no table. */
const looksForeign = (text: string): boolean => /^(<[!?a-z]|%PDF-|\{\\rtf|[[{]\s*["[{\]}])/i.test(text) || isMostlyControl(text);

function isMostlyControl(text: string): boolean {
  const sample = text.slice(0, 65_536);
  const odd = sample.match(/[\u0001-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return odd > sample.length / 50;
}
