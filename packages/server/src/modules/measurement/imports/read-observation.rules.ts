import type { ImportMapping } from '@zhiheng/contract/measurement/imports';
import type { FileRow } from '../../../platform/table-files/file-row.ts';
import type { Reading } from './map-row.rules.ts';
import { readNumber } from '../../../platform/table-files/number-text.rules.ts';
import { isCount, shareOf, wrongCell, type CellReading, type MeasureReading } from './read-measure.rules.ts';
import { unitOf } from './unit-words.rules.ts';

type Observations = Extract<ImportMapping, { rows: 'observations' }>;

/** Compiles a mapping in which a row is one observation. `codeOf` turns what a cell says into the code of an indicator. */
export function observationReader(
  mapping: Observations,
  cells: CellReading,
  codeOf: (cell: string) => string,
): (row: FileRow) => Reading[] {
  const { indicator } = mapping;
  const at = {
    value: cells.indexOf(mapping.value),
    n: mapping.n === undefined ? -1 : cells.indexOf(mapping.n),
    unit: mapping.unit === undefined ? -1 : cells.indexOf(mapping.unit),
    indicator: indicator.kind === 'column' ? cells.indexOf(indicator.column) : -1,
  };
  return ({ cells: texts }) => {
    const code = indicator.kind === 'fixed' ? indicator.code : codeOf(texts[at.indicator] ?? '');
    const value = { column: mapping.value, text: texts[at.value] ?? '' };
    const n = mapping.n === undefined ? null : { column: mapping.n, text: texts[at.n] ?? '' };
    const unit = unitOf(texts[at.unit] ?? '');
    return [
      {
        indicator: code,
        reading: cells.measureOf(code) === 'share' ? share(value, n, cells) : figure(value, n, { unit, comma: cells.decimalComma }),
      },
    ];
  };
}

interface NamedCell {
  readonly column: string;
  readonly text: string;
}

/** Without a number of cases a share is one case: 1 or 0 of 1. */
function share(value: NamedCell, n: NamedCell | null, cells: CellReading): MeasureReading {
  if (n !== null)
    return n.text.trim() === '' && value.text.trim() !== ''
      ? wrongCell('missing_value', n.column, n.text)
      : shareOf(value, n, cells.decimalComma);
  const number = readNumber(value.text, cells.decimalComma);
  if (number.kind === 'number' && (number.percent || !Number.isInteger(number.value)))
    return wrongCell('wrong_unit', value.column, value.text);
  return shareOf(value, { column: value.column, text: '1' }, cells.decimalComma);
}

function figure(value: NamedCell, n: NamedCell | null, { unit, comma }: { unit: string | undefined; comma: boolean }): MeasureReading {
  const number = readNumber(value.text, comma);
  if (number.kind === 'blank') return { kind: 'blank' };
  if (number.kind === 'wrong') return wrongCell('not_a_number', value.column, value.text);
  const cases = n === null ? 1 : casesOf(n.text, comma);
  if (n !== null && cases === null) return wrongCell('not_a_number', n.column, n.text);
  if (cases === 0) return { kind: 'blank' };
  return { kind: 'value', value: number.value, n: cases ?? 1, unit: unit ?? (number.percent ? '%' : undefined) };
}

/** An empty cell means one case; null: no number of cases. */
function casesOf(text: string, comma: boolean): number | null {
  const number = readNumber(text, comma);
  if (number.kind === 'blank') return 1;
  return number.kind === 'number' && isCount(number) ? number.value : null;
}
