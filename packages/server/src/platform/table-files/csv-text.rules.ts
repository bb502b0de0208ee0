/** Spreadsheets run cells that begin like this as formulas. */
const dangerous = /^[=+\-@\t\r]/;

/**
 * One line of CSV. Cells that a spreadsheet would run are defused by an apostrophe.
 * @example csvLine(['=1+1', 'a"b', 7]) // `'=1+1,"a""b",7\r\n`
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = dangerous.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
