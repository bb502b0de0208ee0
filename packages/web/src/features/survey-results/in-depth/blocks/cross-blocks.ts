import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Format } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { pText, textOf } from '../../figure-words.ts';
import { nameCell, numberCell, type Block, type Cell } from './block.ts';

type Result = AnalysisResultOf<'cross'>;
type Table = Result['tables'][number];

/** Every table, what is sure first. */
export function crossBlocks({ tables }: Result, format: Format): readonly Block[] {
  return [...tables].sort((a, b) => (a.test?.adjustedP ?? 1) - (b.test?.adjustedP ?? 1)).map((table) => blockOf(table, format));
}

function blockOf(table: Table, format: Format): Block {
  const { rows, columns, cells, test } = table;
  return {
    title: m.survey_results_title_finding({ name: titleOf(table, format), finding: findingOf(table) }),
    note: noteOf(table, format),
    columns: [m.survey_analyses_of_what(), ...columns.map(({ name }) => textOf(name, format)), m.survey_analyses_total()],
    rows: rows.map((row, i) => {
      const own = cells[i] ?? [];
      const total = own.reduce((sum, cell) => sum + cell, 0);
      return [
        nameCell(row, format),
        ...own.map((cell, j) => cellOf({ cell, total, residual: test?.residuals[i]?.[j] ?? 0 }, format)),
        numberCell(total, 0, format),
      ];
    }),
  };
}

function titleOf({ row, column, layer }: Table, format: Format): string {
  const names = { row: textOf(row.name, format), column: textOf(column.name, format) };
  return layer === null
    ? m.survey_analyses_title_cross(names)
    : m.survey_analyses_title_layer({ ...names, layer: textOf(layer.name, format) });
}

const findingOf = ({ test }: Table): string =>
  test !== null && test.adjustedP < 0.05 ? m.survey_analyses_test_sure() : m.survey_analyses_test_unsure();

function noteOf({ test, n }: Table, format: Format): string {
  if (test === null) return m.survey_analyses_test_none();
  const { df, statistic, adjustedP, cramersV, smallestExpected } = test;
  const tested = m.survey_analyses_test({
    ...{ df: format.number(df), chi: format.number(statistic, 2), p: pText(adjustedP, format) },
    ...{ v: format.number(cramersV, 2), n: format.number(n) },
  });
  return smallestExpected < 5 ? `${tested} ${m.survey_results_sparse({ n: format.number(smallestExpected, 1) })}` : tested;
}

interface Count {
  readonly cell: number;
  readonly total: number;
  readonly residual: number;
}

/** Count and share of its row; a mark where it is more or less than chance would make it. */
function cellOf({ cell, total, residual }: Count, format: Format): Cell {
  const mark = residual > 2 ? '▲ ' : residual < -2 ? '▼ ' : '';
  const share = total === 0 ? '' : ` (${format.percent((100 * cell) / total, 0)})`;
  return { text: `${mark}${format.number(cell)}${share}`, value: cell, strong: mark !== '' };
}
