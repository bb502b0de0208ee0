import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Format } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { pText, textOf } from '../../figure-words.ts';
import { nameCell, numberCell, words, type Block, type Cell } from './block.ts';

type Result = AnalysisResultOf<'cross'>;
type Table = Result['tables'][number];

/** Every table, what is sure first. */
export const crossBlocks = ({ tables }: Result, format: Format): readonly Block[] => tableBlocks(tables, format);

export function tableBlocks(tables: readonly Table[], format: Format): readonly Block[] {
  return [...tables].sort((a, b) => surest(a) - surest(b)).map((table) => blockOf(table, format));
}

/** The smallest corrected probability of a table, which may have several tests. */
const surest = ({ test, several }: Table): number =>
  Math.min(1, ...[test, ...(several?.tests ?? [])].flatMap((each) => (each === null ? [] : [each.adjustedP])));

function blockOf(table: Table, format: Format): Block {
  return table.several === null ? countedBlock(table, format) : severalBlock({ ...table, several: table.several }, format);
}

/** Shares are of people, who may have chosen several: they add up to more than all. */
function severalBlock(table: Table & { readonly several: NonNullable<Table['several']> }, format: Format): Block {
  const { rows, columns, cells, several, n } = table;
  const p = several.tests.map((test) =>
    test === null ? words('—') : { text: pText(test.adjustedP, format), value: test.adjustedP, strong: test.adjustedP < 0.05 },
  );
  const sparse = several.tests.some((test) => test !== null && test.smallestExpected < 5);
  return {
    title: m.survey_results_title_finding({ name: titleOf(table, format), finding: findingOf(table) }),
    note: [m.survey_analyses_several_note({ n: format.number(n) }), ...(sparse ? [m.survey_analyses_several_sparse()] : [])].join(' '),
    columns: [m.survey_analyses_of_what(), ...columns.map(({ name }) => textOf(name, format)), m.survey_analyses_people()],
    rows: [
      ...rows.map((row, i) => {
        const total = several.people[i] ?? 0;
        const counts = cells[i] ?? [];
        return [
          nameCell(row, format),
          ...counts.map((cell, j) => cellOf({ cell, total, residual: several.tests[j]?.residuals[i] ?? 0 }, format)),
          numberCell(total, 0, format),
        ];
      }),
      [words(m.survey_analyses_adjusted()), ...p, words('')],
    ],
  };
}

function countedBlock(table: Table, format: Format): Block {
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

const findingOf = (table: Table): string => (surest(table) < 0.05 ? m.survey_analyses_test_sure() : m.survey_analyses_test_unsure());

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
