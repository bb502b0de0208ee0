import type {
  ReportChart,
  ReportDocument,
  ReportFigures,
  ReportSection,
  ReportSentence,
  ReportSource,
  ReportTable,
} from '@zhiheng/contract/reports/report-document';
import type { Locale } from '@zhiheng/contract/values/text';
import { noteOf, noteWords } from './notes.rules.ts';

/** One page of a deck. */
export interface Slide {
  readonly title: string;
  readonly sentences: readonly ReportSentence[];
  readonly figures: ReportFigures | null;
  readonly chart: ReportChart | null;
  readonly table: ReportTable | null;
  /** one line each: what is said, and where it comes from */
  readonly notes: readonly string[];
}

const rowsOnSlide = 14;
const rowsUnderSentences = 11;
const sentencesOnSlide = 6;
const sentencesOverTable = 3;

/** The slides of a report after cover and contents. A section begins with its sentences beside its first chart; what does not fit goes on. */
export const slidesOf = ({ sections, zone }: ReportDocument, locale: Locale): Slide[] =>
  sections.flatMap((section) => slidesOfSection(section, { locale, zone }));

interface Reader {
  readonly locale: Locale;
  readonly zone: string;
}

function slidesOfSection({ title, sentences, blocks }: ReportSection, reader: Reader): Slide[] {
  const figures = blocks.find((block) => block.kind === 'figures') ?? null;
  const charts = blocks.filter((block) => block.kind === 'chart');
  const tables = blocks.filter((block) => block.kind === 'table').filter(({ detail }) => !detail);
  const [first] = tables;
  // Few words and a table without a chart share a page.
  if (first !== undefined && charts.length === 0 && figures === null && sentences.length <= sentencesOverTable)
    return [...tableSlides(first, sentences, reader), ...tables.slice(1).flatMap((table) => tableSlides(table, [], reader))];
  const parts = inParts(sentences, sentencesOnSlide);
  const pages = Math.max(parts.length, charts.length, figures === null ? 0 : 1);
  const main = Array.from({ length: pages }, (_, at) => {
    const content = { sentences: parts[at] ?? [], figures: at === 0 ? figures : null, chart: charts[at] ?? null };
    return slide(pageTitle(title[reader.locale], at, pages), content, reader);
  });
  return [...main, ...tables.flatMap((table) => tableSlides(table, [], reader))];
}

const pageTitle = (title: string, at: number, pages: number): string => (pages === 1 ? title : `${title} (${at + 1}/${pages})`);

function tableSlides(table: ReportTable, sentences: readonly ReportSentence[], reader: Reader): Slide[] {
  const parts = inParts(table.rows, sentences.length === 0 ? rowsOnSlide : rowsUnderSentences);
  return parts.map((rows, at) =>
    slide(
      pageTitle(table.title[reader.locale], at, parts.length),
      { sentences: at === 0 ? sentences : [], table: { ...table, rows } },
      reader,
    ),
  );
}

type Content = Pick<Slide, 'sentences'> & Partial<Pick<Slide, 'figures' | 'chart' | 'table'>>;

function slide(title: string, { sentences, figures = null, chart = null, table = null }: Content, reader: Reader): Slide {
  const words = noteWords[reader.locale];
  const about = (label: string, source: ReportSource) => `${label}\n${noteOf(source, reader.locale, reader.zone)}`;
  const notes = [
    ...sentences.map(({ text, source }) => about(text[reader.locale], source)),
    ...(figures?.items.map(({ name, source }) => about(`${words.figure}${name[reader.locale]}`, source)) ?? []),
    ...(chart === null ? [] : [about(`${words.chart}${chart.title[reader.locale]}`, chart.source)]),
    ...(table === null ? [] : [about(`${words.table}${table.title[reader.locale]}`, table.source)]),
  ];
  return { title, sentences, figures, chart, table, notes };
}

function inParts<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
