import { z } from 'zod';
import { scorePeriod } from '../evaluation/scores.ts';
import { instant } from '../values/page.ts';
import { localText } from '../values/text.ts';

/** Why a change is called significant: the probability after correction for all changes that were looked at together. */
const reportTest = z.object({
  /** `difference`: of two figures, from their intervals; `homogeneity`: of the answers of several groups; `interval`: the target lies outside the interval */
  method: z.enum(['difference', 'homogeneity', 'interval', 'verification']),
  p: z.number().nullable(),
  adjustedP: z.number().nullable(),
  correction: z.enum(['holm']).nullable(),
  /** so many were tested together */
  family: z.number().int(),
  alpha: z.number(),
});
export type ReportTest = z.infer<typeof reportTest>;

/** Where a sentence or a number comes from, so that a reader can ask again. */
export const reportSource = z.object({
  /** the call of the API whose answer holds it */
  query: z.string(),
  /** the page that shows it */
  href: z.string(),
  n: z.number().int().nullable(),
  asOf: instant,
  test: reportTest.nullable(),
});
export type ReportSource = z.infer<typeof reportSource>;

/** `bad` and `good` are significant, `note` says what cannot be said. */
const sentence = z.object({ text: localText, tone: z.enum(['plain', 'good', 'bad', 'note']), source: reportSource });
export type ReportSentence = z.infer<typeof sentence>;

/** How the numbers of a column or an axis are written. */
const style = { unit: z.string(), decimals: z.number().int() };
const interval = z.tuple([z.number(), z.number()]).nullable();

const figures = z.object({
  kind: z.literal('figures'),
  items: z.array(
    z.object({
      name: localText,
      ...style,
      value: z.number().nullable(),
      n: z.number().int().nullable(),
      interval,
      target: z.number().nullable(),
      status: z.enum(['met', 'near', 'missed', 'unknown']),
      previous: z.number().nullable(),
      source: reportSource,
    }),
  ),
});
const chart = z.object({
  kind: z.literal('chart'),
  form: z.enum(['line', 'bar']),
  title: localText,
  ...style,
  categories: z.array(localText),
  /** `reference`: a target, drawn dashed and grey */
  series: z.array(z.object({ name: localText, role: z.enum(['data', 'second', 'reference']), values: z.array(z.number().nullable()) })),
  source: reportSource,
});
const column = z.object({ name: localText, ...style, kind: z.enum(['text', 'number']) });
const table = z.object({
  kind: z.literal('table'),
  title: localText,
  columns: z.array(column),
  rows: z.array(z.array(z.union([localText, z.number(), z.null()]))),
  /** repeats a chart beside it: stands in workbooks, not on slides or paper */
  detail: z.boolean(),
  source: reportSource,
});
export const reportBlock = z.discriminatedUnion('kind', [figures, chart, table]);
export type ReportBlock = z.infer<typeof reportBlock>;
export type ReportFigures = z.infer<typeof figures>;
export type ReportChart = z.infer<typeof chart>;
export type ReportTable = z.infer<typeof table>;

const section = z.object({
  key: z.string(),
  /** chapters stand in the table of contents */
  chapter: localText.nullable(),
  title: localText,
  sentences: z.array(sentence),
  blocks: z.array(reportBlock),
});
export type ReportSection = z.infer<typeof section>;

/** A report as data, in both languages: every file of it is written from this. */
export const reportDocument = z.object({
  title: localText,
  period: scorePeriod,
  organisation: z.string(),
  scope: localText,
  zone: z.string(),
  asOf: instant,
  /** nothing was measured in the period, and the report says so */
  empty: z.boolean(),
  sections: z.array(section),
});
export type ReportDocument = z.infer<typeof reportDocument>;
