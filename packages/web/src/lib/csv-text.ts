type Cell = string | number | null;

/** CSV as spreadsheets read it: a mark for UTF-8, lines ended as RFC 4180 asks, quotes where needed. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // A text that begins like a formula would be run by the spreadsheet that opens it.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The same as a file to hand to the browser. */
export const csvBlob = (rows: readonly (readonly Cell[])[]): Blob => new Blob([csvText(rows)], { type: 'text/csv' });
