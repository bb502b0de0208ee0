import { createRequire } from 'node:module';
import type Pdfmake from 'pdfmake';
import type { ReportBlock, ReportFigures, ReportSection, ReportSource, ReportTable } from '@zhiheng/contract/reports/report-document';
import type { Locale } from '@zhiheng/contract/values/text';
import { headingText, intervalText, numberText, periodText, timeText, valueText } from '../document/written.rules.ts';
import { cellText, statusMark } from './cell-text.rules.ts';
import { drawChart } from './chart-svg.ts';
import { fitInto, greys, toneColour, type Look } from './look.rules.ts';
import { noteOf } from './notes.rules.ts';
import type { Written } from './write-pptx.ts';

type Content = Parameters<typeof Pdfmake.createPdf>[0]['content'];

const font = 'NotoSansSC';
const words = {
  zh: { sources: '来源', sourcesLine: '每句话、每个数字和每张图后的编号指向这里。', asOf: '数据截至', scope: '范围：', target: '目标' },
  en: {
    sources: 'Sources',
    sourcesLine: 'The numbers after sentences, figures and charts lead here.',
    asOf: 'As of',
    scope: 'Scope: ',
    target: 'target',
  },
} as const;

/** Where the font lies: two weights, found beside their package. */
export function fontFiles(): { normal: string; bold: string } {
  const { resolve } = createRequire(import.meta.url);
  const family = '@expo-google-fonts/noto-sans-sc';
  return { normal: resolve(`${family}/400Regular/NotoSansSC_400Regular.ttf`), bold: resolve(`${family}/700Bold/NotoSansSC_700Bold.ttf`) };
}

/** Collects sources and numbers them in the order of reading; the same source has one number. */
class Sources {
  readonly #numbers = new Map<string, number>();
  constructor(
    readonly locale: Locale,
    readonly zone: string,
  ) {}

  mark(source: ReportSource): Content {
    const note = noteOf(source, this.locale, this.zone);
    const number = this.#numbers.get(note) ?? this.#numbers.size + 1;
    this.#numbers.set(note, number);
    return { text: ` [${number}]`, fontSize: 7, color: greys.secondary, linkToDestination: `source-${number}` };
  }

  list(): Content[] {
    return [...this.#numbers].map(([note, number]) => ({
      id: `source-${number}`,
      text: `[${number}] ${note}`,
      fontSize: 7,
      color: greys.secondary,
      margin: [0, 1, 0, 1],
    }));
  }
}

interface Sheet extends Written {
  readonly sources: Sources;
}

/** A document on paper: the same sections, charts as vectors, and every source at the end. */
export async function writePdf(written: Written): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake');
  const { normal, bold } = fontFiles();
  pdfmake.setFonts({ [font]: { normal, bold, italics: normal, bolditalics: bold } });
  // Nothing is fetched; of files only the font is read.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
  const { document, locale, look } = written;
  const sheet: Sheet = { ...written, sources: new Sources(locale, document.zone) };
  const body: Content[] = [];
  for (const section of document.sections) body.push(...(await sectionOf(section, sheet)));
  const footer = [look.footer || document.organisation, document.title[locale]].join(' · ');
  const pdf = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [42, 48, 42, 48],
    info: { title: document.title[locale], author: document.organisation },
    defaultStyle: { font, fontSize: 10, color: greys.text, lineHeight: 1.25 },
    footer: (current: number, count: number) => ({
      columns: [
        { text: footer, alignment: 'left' },
        { text: `${current} / ${count}`, alignment: 'right' },
      ],
      ...{ margin: [42, 14, 42, 0], fontSize: 8, color: greys.secondary },
    }),
    content: [...coverOf(written), ...body, ...sourcesOf(sheet)],
  });
  return pdf.getBuffer();
}

function coverOf({ document, locale, look }: Written): Content[] {
  const word = words[locale];
  const line = [
    document.organisation,
    periodText(document.period)[locale],
    `${word.scope}${document.scope[locale]}`,
    `${word.asOf} ${timeText(document.asOf, document.zone)}`,
  ];
  return [
    ...(look.logo === null ? [] : [logoOf(look.logo)]),
    { text: document.title[locale], fontSize: 22, bold: true, color: look.primary, margin: [0, 0, 0, 4] },
    { text: line.join(' · '), fontSize: 9, color: greys.secondary, margin: [0, 0, 0, 6] },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 511, y2: 0, lineWidth: 1.5, lineColor: look.primary }], margin: [0, 0, 0, 10] },
  ];
}

function logoOf(logo: NonNullable<Look['logo']>): Content {
  const { w, h } = fitInto(logo, { w: 120, h: 42 });
  return {
    image: `data:${logo.mediaType};base64,${logo.bytes.toString('base64')}`,
    width: w,
    height: h,
    alignment: 'right',
    margin: [0, 0, 0, 8],
  };
}

async function sectionOf({ chapter, title, sentences, blocks }: ReportSection, sheet: Sheet): Promise<Content[]> {
  const { locale, look, sources } = sheet;
  const head: Content[] = [
    ...(chapter === null
      ? []
      : [
          {
            text: chapter[locale],
            fontSize: 16,
            bold: true,
            color: look.primary,
            margin: [0, 14, 0, 2] as [number, number, number, number],
          },
        ]),
    { text: title[locale], fontSize: 12.5, bold: true, margin: [0, 8, 0, 4] },
  ];
  const said: Content = {
    ul: sentences.map(({ text, tone, source }) => ({
      text: [{ text: text[locale], color: tone === 'bad' ? look.accent : toneColour[tone] }, sources.mark(source)],
    })),
    margin: [0, 0, 0, 6],
  };
  const shown: Content[] = [];
  for (const block of blocks) shown.push(...(await blockOf(block, sheet)));
  return [{ stack: [...head, ...(sentences.length === 0 ? [] : [said])], unbreakable: true }, ...shown];
}

async function blockOf(block: ReportBlock, sheet: Sheet): Promise<Content[]> {
  const { locale, look, sources } = sheet;
  switch (block.kind) {
    case 'figures':
      return [figuresOf(block, sheet)];
    case 'chart': {
      const svg = await drawChart({ chart: block, locale, look, font });
      return [
        {
          stack: [
            { svg, width: 511 },
            { text: [sources.mark(block.source)], alignment: 'right' },
          ],
          unbreakable: true,
          margin: [0, 2, 0, 6],
        },
      ];
    }
    case 'table':
      return block.detail ? [] : tableOf(block, sheet);
    default:
      return block satisfies never;
  }
}

function figuresOf({ items }: ReportFigures, { locale, look, sources }: Sheet): Content {
  const columns = items.map((item): Content => {
    const { name, value, n, interval, target, status, source } = item;
    const mark = statusMark[status];
    const range = interval === null ? '' : ` · ${intervalText(item, interval)[locale]}`;
    const wanted = target === null ? '' : ` · ${words[locale].target} ${valueText(item, target)[locale]}`;
    return {
      stack: [
        { text: [name[locale], sources.mark(source)], fontSize: 9, color: greys.secondary },
        { text: value === null ? '—' : valueText(item, value)[locale], fontSize: 16, bold: true, color: look.primary },
        { text: `${mark.sign} ${mark[locale]}${wanted}`, fontSize: 8, color: mark.colour },
        { text: `n = ${numberText(n ?? 0, 0)}${range}`, fontSize: 8, color: greys.secondary },
      ],
    };
  });
  return { columns, columnGap: 10, margin: [0, 0, 0, 8], unbreakable: true };
}

function tableOf({ title, columns, rows, source }: ReportTable, { locale, look, sources }: Sheet): Content[] {
  const head = columns.map(({ name, unit, kind }): Content => ({
    text: headingText(name, kind === 'number' ? unit : '1')[locale],
    bold: true,
    color: '#ffffff',
    fillColor: look.primary,
    alignment: sideOf(kind),
  }));
  const body = rows.map((row) =>
    columns.map((column, at): Content => ({ text: cellText(row[at] ?? null, column, locale), alignment: sideOf(column.kind) })),
  );
  return [
    { text: [title[locale], sources.mark(source)], bold: true, margin: [0, 6, 0, 3] },
    {
      table: { headerRows: 1, widths: columns.map((_, at) => `${(at === 0 ? 200 : 100) / (columns.length + 1)}%`), body: [head, ...body] },
      layout: { hLineWidth: () => 0.5, vLineWidth: () => 0, hLineColor: () => greys.line },
      ...{ fontSize: 8, margin: [0, 0, 0, 8] },
    },
  ];
}

const sideOf = (kind: 'text' | 'number'): 'left' | 'right' => (kind === 'number' ? 'right' : 'left');

function sourcesOf({ locale, look, sources }: Sheet): Content[] {
  const word = words[locale];
  return [
    { text: word.sources, fontSize: 16, bold: true, color: look.primary, margin: [0, 16, 0, 4], pageBreak: 'before' },
    { text: word.sourcesLine, fontSize: 9, color: greys.secondary, margin: [0, 0, 0, 4] },
    ...sources.list(),
  ];
}
