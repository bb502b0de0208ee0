import Papa from 'papaparse';
import type { FileRow } from './file-row.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const lookedAt = 30;

/**
 * The character between the cells: the one by which the first lines fall into the most equal rows; a comma when none does.
 * @example guessDelimiter('day;value\n2026-03-01;12,5\n') // ';'
 */
export function guessDelimiter(text: string): Delimiter {
  const start = text.slice(0, 200_000);
  const scored = delimiters.map((delimiter) => ({ delimiter, score: evenness(start, delimiter) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.delimiter : ',';
}

/** Share of rows as wide as the first one, times its width beyond one cell; 0 when there is one column only. */
function evenness(text: string, delimiter: string): number {
  const newline = text.includes('\n') ? '\n' : '\r';
  const { data } = Papa.parse<string[]>(text, { delimiter, newline, preview: lookedAt, skipEmptyLines: 'greedy' });
  const width = data[0]?.length ?? 1;
  if (width === 1) return 0;
  const equal = data.filter((row) => row.length === width).length;
  return (equal / data.length) ** 4 * Math.log2(width);
}

/** In a file with semicolons a comma separates decimals, unless its numbers say otherwise: 1.234,5 and 12,5 against 1,234.5 and 12.5. */
export function guessDecimalComma(sample: readonly FileRow[]): boolean {
  let comma = 0;
  let point = 0;
  for (const { cells } of sample) {
    for (const cell of cells) {
      if (/^\s*[-+]?(\d+|\d{1,3}(\.\d{3})+),(\d{1,2}|\d{4,})\s*%?\s*$/.test(cell)) comma += 1;
      else if (/^\s*[-+]?(\d+|\d{1,3}(,\d{3})+)\.(\d{1,2}|\d{4,})\s*%?\s*$/.test(cell)) point += 1;
    }
  }
  return comma >= point;
}
