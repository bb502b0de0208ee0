/** Spreadsheets run cells that begin like this as formulas. */
const dangerous = /^[=+\-@\t\r]/;

/**
 * One line of CSV. Texts that a spreadsheet would run are defused by an apostrophe; numbers stay numbers.
 * @example csvLine(['=1+1', 'a"b', 7]) // `'=1+1,"a""b",7\r\n`
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  const safe = dangerous.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
