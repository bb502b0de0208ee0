import type { utils as Utils, WorkSheet } from '@e965/xlsx';
import type { ReportBlock, ReportDocument } from '@zhiheng/contract/reports/report-document';
import type { Locale } from '@zhiheng/contract/values/text';
import { headingText, periodText, timeText } from '../document/written.rules.ts';
import { testText } from './notes.rules.ts';
import type { Written } from './write-pptx.ts';

type Sheet = WorkSheet;
type Cell = string | number | null;

interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** number format of each column; null for words */
  readonly formats: readonly (string | null)[];
}

const words = {
  zh: {
    summary: '摘要',
    sources: '来源',
    section: '章节',
    sentence: '内容',
    query: '查询',
    page: '页面',
    test: '检验',
    asOf: '截至',
    figure: '指标',
    value: '数值',
    from: '区间下限',
    to: '区间上限',
    target: '目标',
    previous: '上期',
    unit: '单位',
    title: '报告',
    organisation: '组织',
    period: '期间',
    scope: '范围',
    figures: '主要指标',
  },
  en: {
    summary: 'Summary',
    sources: 'Sources',
    section: 'Section',
    sentence: 'What is said',
    query: 'Query',
    page: 'Page',
    test: 'Test',
    asOf: 'As of',
    figure: 'Indicator',
    value: 'Value',
    from: 'Interval from',
    to: 'Interval to',
    target: 'Target',
    previous: 'Before',
    unit: 'Unit',
    title: 'Report',
    organisation: 'Organisation',
    period: 'Period',
    scope: 'Scope',
    figures: 'Headline',
  },
} as const;

/** A workbook: one sheet a table, numbers as numbers with their formats, and a sheet of sources. */
export async function writeXlsx({ document, locale }: Written): Promise<Buffer> {
  const xlsx = await import('@e965/xlsx');
  const book = xlsx.utils.book_new();
  const taken = new Set<string>();
  for (const grid of [summaryGrid(document, locale), ...tableGrids(document, locale), sourceGrid(document, locale)])
    xlsx.utils.book_append_sheet(book, sheetOf(xlsx.utils, grid), sheetName(grid.name, taken));
  book.Props = { Title: document.title[locale], Company: document.organisation };
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

function sheetOf(utils: typeof Utils, { rows, formats }: Grid): Sheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  for (const [column, format] of formats.entries()) {
    if (format === null) continue;
    for (let row = 1; row < rows.length; row++) {
      const cell = sheet[utils.encode_cell({ r: row, c: column })] as { t: string; z?: string } | undefined;
      if (cell?.t === 'n') cell.z = format;
    }
  }
  sheet['!cols'] = formats.map((_, column) => ({ wch: widthOf(rows.map((row) => row[column] ?? null)) }));
  if (rows.length > 1 && formats.length > 0)
    sheet['!autofilter'] = { ref: utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: formats.length - 1 } }) };
  return sheet;
}

/** A Chinese sign is two wide. */
const widthOf = (cells: readonly Cell[]): number =>
  Math.min(60, Math.max(8, ...cells.map((cell) => [...String(cell ?? '')].reduce((sum, sign) => sum + (sign > 'ÿ' ? 2 : 1), 2))));

/** At most 31 signs, none of those that a sheet may not bear, each once. */
function sheetName(name: string, taken: Set<string>): string {
  const clean =
    name
      .replaceAll(/[\\/?*[\]:：]/g, ' ')
      .trim()
      .slice(0, 27) || 'Sheet';
  let unique = clean;
  for (let copy = 2; taken.has(unique.toLowerCase()); copy++) unique = `${clean} ${copy}`;
  taken.add(unique.toLowerCase());
  return unique;
}

const formatOf = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`);

function summaryGrid({ title, organisation, period, scope, asOf, zone, sections }: ReportDocument, locale: Locale): Grid {
  const word = words[locale];
  const head: Cell[][] = [
    [word.title, title[locale]],
    [word.organisation, organisation],
    [word.period, periodText(period)[locale]],
    [word.scope, scope[locale]],
    [word.asOf, timeText(asOf, zone)],
  ];
  const said = sections.flatMap((section) => section.sentences.map(({ text }): Cell[] => [section.title[locale], text[locale]]));
  return { name: word.summary, rows: [...head, ...said], formats: [null, null] };
}

const tableGrids = ({ sections }: ReportDocument, locale: Locale): Grid[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => gridOf(block, locale)));

function gridOf(block: ReportBlock, locale: Locale): Grid[] {
  const word = words[locale];
  switch (block.kind) {
    case 'table': {
      const { title, columns, rows } = block;
      const head = columns.map(({ name, unit, kind }) => headingText(name, kind === 'number' ? unit : '1')[locale]);
      const body = rows.map((row) => row.map((cell) => (typeof cell === 'object' && cell !== null ? cell[locale] : cell)));
      return [
        {
          name: title[locale],
          rows: [head, ...body],
          formats: columns.map(({ kind, decimals }) => (kind === 'number' ? formatOf(decimals) : null)),
        },
      ];
    }
    case 'chart': {
      const { title, categories, series, decimals, unit } = block;
      const head = ['', ...series.map(({ name }) => headingText(name, unit)[locale])];
      const body = categories.map((category, at) => [category[locale], ...series.map(({ values }) => values[at] ?? null)]);
      return [{ name: title[locale], rows: [head, ...body], formats: [null, ...series.map(() => formatOf(decimals))] }];
    }
    case 'figures': {
      const head = [word.figure, word.unit, word.value, 'n', word.from, word.to, word.previous, word.target];
      const body = block.items.map(({ name, unit, value, n, interval, previous, target }) => [
        name[locale],
        unit,
        value,
        n,
        interval?.[0] ?? null,
        interval?.[1] ?? null,
        previous,
        target,
      ]);
      const number = formatOf(2);
      return [{ name: word.figures, rows: [head, ...body], formats: [null, null, number, formatOf(0), number, number, number, number] }];
    }
    default:
      return block satisfies never;
  }
}

function sourceGrid({ sections, zone }: ReportDocument, locale: Locale): Grid {
  const word = words[locale];
  const rows = sections.flatMap(({ title, sentences, blocks }) => {
    const said = sentences.map(({ text, source }) => ({ text, source }));
    const shown = blocks.flatMap((block) =>
      block.kind === 'figures'
        ? block.items.map(({ name, source }) => ({ text: name, source }))
        : [{ text: block.title, source: block.source }],
    );
    return [...said, ...shown].map(({ text, source }): Cell[] => [
      title[locale],
      text[locale],
      source.query,
      source.href,
      source.n,
      testText(source.test, locale),
      timeText(source.asOf, zone),
    ]);
  });
  const head = [word.section, word.sentence, word.query, word.page, 'n', word.test, word.asOf];
  return { name: word.sources, rows: [head, ...rows], formats: [null, null, null, null, formatOf(0), null, null] };
}
