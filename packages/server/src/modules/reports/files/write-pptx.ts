import type PptxGenJS from 'pptxgenjs';
import type { ReportDocument, ReportFigures, ReportSentence, ReportTable } from '@zhiheng/contract/reports/report-document';
import type { Locale } from '@zhiheng/contract/values/text';
import { headingText, numberText, periodText, timeText, valueText } from '../document/written.rules.ts';
import { cellText, statusMark } from './cell-text.rules.ts';
import { addChart } from './native-chart.ts';
import { fitInto, greys, toneColour, type Look } from './look.rules.ts';
import { font, hex, type Box, type Style } from './page-style.ts';
import { slidesOf, type Slide } from './slides.rules.ts';

export interface Written {
  readonly document: ReportDocument;
  readonly locale: Locale;
  readonly look: Look;
}

const page = { w: 13.333, h: 7.5, left: 0.6, width: 12.13 } as const;
const words = {
  zh: { contents: '目录', asOf: '数据截至', scope: '范围' },
  en: { contents: 'Contents', asOf: 'As of', scope: 'Scope' },
} as const;

interface Deck extends Written {
  readonly pptx: PptxGenJS;
}

/** A deck whose charts, tables and words can all be edited; each page's notes say where what stands on it comes from. */
export async function writePptx(written: Written): Promise<Buffer> {
  const { default: Pptx } = await import('pptxgenjs');
  const pptx = new Pptx();
  const { document, locale, look } = written;
  const deck: Deck = { ...written, pptx };
  pptx.layout = 'LAYOUT_WIDE';
  pptx.theme = { headFontFace: font, bodyFontFace: font };
  pptx.title = document.title[locale];
  pptx.company = document.organisation;
  defineMaster(deck);
  addCover(deck);
  addContents(deck);
  for (const slide of slidesOf(document, locale)) addSlide(deck, slide, look);
  const bytes = await pptx.write({ outputType: 'nodebuffer' });
  return bytes as Buffer;
}

function defineMaster({ pptx, document, locale, look }: Deck): void {
  const footer = [look.footer || document.organisation, document.title[locale]].join(' · ');
  const small = { fontFace: font, fontSize: 10, color: hex(greys.secondary) };
  pptx.defineSlideMaster({
    title: 'PAGE',
    background: { color: 'FFFFFF' },
    margin: 0.5,
    objects: [
      { rect: { x: 0, y: 0, w: 0.18, h: page.h, fill: { color: hex(look.primary) } } },
      { text: { text: footer, options: { x: page.left, y: 7.05, w: 10.5, h: 0.3, ...small } } },
      ...(look.logo === null ? [] : [{ image: logoAt(look.logo, { right: 12.75, y: 0.3, w: 1.6, h: 0.55 }) }]),
    ],
    slideNumber: { x: 12.1, y: 7.05, w: 0.7, h: 0.3, align: 'right', ...small },
  });
}

type LogoPlace = { readonly right: number; readonly y: number; readonly w: number; readonly h: number };
function logoAt(logo: NonNullable<Look['logo']>, { right, y, ...box }: LogoPlace) {
  const { w, h } = fitInto(logo, box);
  return { data: `${logo.mediaType};base64,${logo.bytes.toString('base64')}`, x: right - w, y, w, h };
}

function addCover({ pptx, document, locale, look }: Deck): void {
  const slide = pptx.addSlide();
  const word = words[locale];
  slide.addShape('rect', { x: 0, y: 0, w: page.w, h: 0.25, fill: { color: hex(look.primary) } });
  if (look.logo !== null) slide.addImage(logoAt(look.logo, { right: 12.73, y: 0.6, w: 2.4, h: 0.9 }));
  slide.addText(document.title[locale], {
    x: 0.9,
    y: 2.3,
    w: 11.5,
    h: 1.2,
    fontFace: font,
    fontSize: 38,
    bold: true,
    color: hex(look.primary),
  });
  const lines = [
    document.organisation,
    periodText(document.period)[locale],
    `${word.scope}${colon(locale)}${document.scope[locale]}`,
    `${word.asOf} ${timeText(document.asOf, document.zone)}`,
  ];
  slide.addText(lines.join('\n'), {
    x: 0.9,
    y: 3.7,
    w: 11.5,
    h: 1.8,
    fontFace: font,
    fontSize: 18,
    color: hex(greys.secondary),
    valign: 'top',
    lineSpacingMultiple: 1.3,
  });
}

const colon = (locale: Locale): string => (locale === 'zh' ? '：' : ': ');

function addContents({ pptx, document, locale, look }: Deck): void {
  const slide = pptx.addSlide({ masterName: 'PAGE' });
  addTitle(slide, words[locale].contents, look);
  const entries = document.sections.map(({ chapter, title }) =>
    chapter === null ? { text: title[locale], level: 1 } : { text: chapter[locale], level: 0 },
  );
  const chapters = entries.filter(({ level }) => level === 0);
  const shown = chapters.length >= 2 ? chapters : entries;
  const runs = shown.slice(0, 14).map(({ text }, at) => ({ text: `${at + 1}  ${text}`, options: { breakLine: true } }));
  slide.addText(runs, {
    x: page.left,
    y: 1.3,
    w: page.width,
    h: 5.4,
    fontFace: font,
    fontSize: 20,
    color: hex(greys.text),
    valign: 'top',
    lineSpacingMultiple: 1.5,
  });
}

const addTitle = (slide: PptxGenJS.Slide, title: string, { primary, logo }: Look) =>
  slide.addText(title, {
    x: page.left,
    y: 0.35,
    w: logo === null ? page.width : 10.2,
    h: 0.7,
    fontFace: font,
    fontSize: 24,
    bold: true,
    color: hex(primary),
    fit: 'shrink',
    margin: 0,
  });

function addSlide({ pptx, locale, look }: Deck, { title, sentences, figures, chart, table, notes }: Slide, { primary }: Look): void {
  const slide = pptx.addSlide({ masterName: 'PAGE' });
  addTitle(slide, title, look);
  const top = figures === null ? 1.25 : 2.75;
  const tableTop = sentences.length === 0 ? top : top + 1.2;
  if (figures !== null) addFigures(slide, figures, { locale, look });
  const height = (table === null ? 6.85 : tableTop - 0.1) - top;
  const isAlone = chart === null;
  if (sentences.length > 0)
    addSentences(slide, sentences, { locale, look, box: { x: page.left, y: top, w: isAlone ? page.width : 4.6, h: height } });
  const chartX = sentences.length === 0 ? page.left : 5.4;
  if (chart !== null)
    addChart({ pptx, slide, chart, locale, look, box: { x: chartX, y: top, w: page.left + page.width - chartX, h: height } });
  if (table !== null) addTable(slide, table, { locale, primary, top: tableTop });
  slide.addNotes(notes.join('\n\n'));
}

function addFigures(slide: PptxGenJS.Slide, { items }: ReportFigures, { locale, look }: Style): void {
  const width = (page.width - 0.2 * (items.length - 1)) / Math.max(1, items.length);
  for (const [at, item] of items.entries()) {
    const { name, value, n, target, status } = item;
    const x = page.left + at * (width + 0.2);
    slide.addShape('roundRect', {
      x,
      y: 1.2,
      w: width,
      h: 1.4,
      rectRadius: 0.06,
      fill: { color: hex(greys.page) },
      line: { color: hex(greys.line), width: 0.75 },
    });
    const shown = value === null ? '—' : valueText(item, value)[locale];
    const wanted = target === null ? '' : ` · ${locale === 'zh' ? '目标' : 'target'} ${valueText(item, target)[locale]}`;
    const mark = statusMark[status];
    const runs = [
      { text: name[locale], options: { fontSize: 12, color: hex(greys.secondary), breakLine: true } },
      { text: shown, options: { fontSize: 24, bold: true, color: hex(look.primary), breakLine: true } },
      { text: `${mark.sign} ${mark[locale]} · n = ${numberText(n ?? 0, 0)}${wanted}`, options: { fontSize: 11, color: hex(mark.colour) } },
    ];
    slide.addText(runs, { x: x + 0.1, y: 1.25, w: width - 0.2, h: 1.3, fontFace: font, valign: 'middle', margin: 2, fit: 'shrink' });
  }
}

function addSentences(
  slide: PptxGenJS.Slide,
  sentences: readonly ReportSentence[],
  { locale, look, box }: Style & { readonly box: Box },
): void {
  const runs = sentences.map(({ text, tone }) => ({
    text: text[locale],
    options: { bullet: { indent: 12 }, breakLine: true, color: hex(tone === 'bad' ? look.accent : toneColour[tone]), paraSpaceAfter: 8 },
  }));
  slide.addText(runs, { ...box, fontFace: font, fontSize: sentences.length > 4 ? 14 : 16, valign: 'top', margin: 2, fit: 'shrink' });
}

function addTable(
  slide: PptxGenJS.Slide,
  { columns, rows }: ReportTable,
  { locale, primary, top }: { readonly locale: Locale; readonly primary: string; readonly top: number },
): void {
  const head = columns.map(({ name, unit, kind }) => ({
    text: headingText(name, kind === 'number' ? unit : '1')[locale],
    options: { bold: true, color: 'FFFFFF', fill: { color: hex(primary) }, align: alignOf(kind) },
  }));
  const body = rows.map((row, at) =>
    columns.map((column, place) => ({
      text: cellText(row[place] ?? null, column, locale),
      options: { align: alignOf(column.kind), color: hex(greys.text), ...(at % 2 === 1 ? { fill: { color: hex(greys.page) } } : {}) },
    })),
  );
  // The first column names the row: it gets twice the width.
  const unit = page.width / (columns.length + 1);
  const colW = columns.map((_, at) => (at === 0 ? 2 * unit : unit));
  const border = { type: 'solid' as const, pt: 0.5, color: hex(greys.line) };
  slide.addTable([head, ...body], {
    x: page.left,
    y: top,
    w: page.width,
    colW,
    fontFace: font,
    fontSize: 11,
    border,
    margin: [3, 5, 3, 5],
    valign: 'middle',
    autoPage: false,
  });
}

const alignOf = (kind: 'text' | 'number'): 'left' | 'right' => (kind === 'number' ? 'right' : 'left');
