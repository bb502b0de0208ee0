import type { Form, Measure } from '@zhiheng/forms/definition';
import { fieldsOf, type Field } from '@zhiheng/forms/fields';

/** One kind of sum that is kept of the answers to a form. All are whole numbers that add up over any split of the answers. */
export type Block =
  /** how often each level of a scale was answered, and how often "not applicable" */
  | { readonly kind: 'levels'; readonly field: string; readonly min: number; readonly max: number }
  /** how many answered a choice at all */
  | { readonly kind: 'answered'; readonly field: string }
  | { readonly kind: 'option'; readonly field: string; readonly option: string }
  /** of a ranking: n, Σ place, Σ place² */
  | { readonly kind: 'place'; readonly field: string; readonly option: string }
  /** of a number: n, Σ x, Σ x², in units of 1/unit */
  | { readonly kind: 'amount'; readonly field: string; readonly unit: number }
  /** how often each pair of answers from 1 to `levels` occurs */
  | { readonly kind: 'table'; readonly first: string; readonly second: string; readonly levels: number }
  /** of whoever answered all: n, Σ x, Σ xy */
  | { readonly kind: 'complete'; readonly fields: readonly string[] }
  /** of whoever answered both of a pair: n, Σ x, Σ x², Σ xy */
  | { readonly kind: 'pairwise'; readonly fields: readonly string[] }
  /** of those who answered so many of the fields: n, Σ s, Σ s² of the sum s of their answers */
  | { readonly kind: 'mean'; readonly fields: readonly string[]; readonly least: number }
  /** n, Σ x, Σ x² of the points, in thousandths */
  | { readonly kind: 'total'; readonly fields: readonly string[]; readonly points: Readonly<Record<string, number>> };

/** What tells blocks apart: the same sums of two versions of a form have the same key. */
export const keyOfBlock = (block: Block): string => JSON.stringify(Object.entries(block).sort(([a], [b]) => (a < b ? -1 : 1)));

/** How many numbers a block keeps. */
export function sizeOfBlock(block: Block): number {
  switch (block.kind) {
    case 'levels':
      return block.max - block.min + 2;
    case 'table':
      return block.levels ** 2;
    case 'complete':
      return 1 + block.fields.length + triangle(block.fields.length);
    case 'pairwise':
      return 2 * triangle(block.fields.length) + 2 * block.fields.length ** 2;
    case 'mean':
      return 3 * block.fields.length;
    default:
      return fixedSizes[block.kind];
  }
}

/** A count; or n, a sum and a sum of squares. */
const fixedSizes = { answered: 1, option: 1, place: 3, amount: 3, total: 3 } as const;

/** Cells of a square on and below its diagonal. */
export const triangle = (size: number): number => (size * (size + 1)) / 2;

/** The sums that a form needs: the distribution of every closed question, and what its measures are calculated from. */
export function blocksOf(form: Form): readonly Block[] {
  const units = unitsOf(form);
  const blocks = [
    ...fieldsOf(form).flatMap((field) => blocksOfField(field, units)),
    ...form.measures.flatMap((measure) => blocksOfMeasure(form, measure)),
  ];
  return [...new Map(blocks.map((block) => [keyOfBlock(block), block])).values()];
}

function unitsOf(form: Form): ReadonlyMap<string, number> {
  const questions = form.pages.flatMap(({ questions: each }) => each);
  return new Map(questions.flatMap((question) => (question.type === 'number' ? [[question.key, 10 ** question.decimals]] : [])));
}

function blocksOfField(field: Field, units: ReadonlyMap<string, number>): readonly Block[] {
  const { key } = field;
  switch (field.kind) {
    case 'scale':
      return [{ kind: 'levels', field: key, min: field.min, max: field.max }];
    case 'choice':
    case 'choices':
      return [{ kind: 'answered', field: key }, ...field.options.map((option): Block => ({ kind: 'option', field: key, option }))];
    case 'order':
      return field.options.map((option) => ({ kind: 'place', field: key, option }));
    case 'number':
      return [{ kind: 'amount', field: key, unit: units.get(key) ?? 1 }];
    case 'text':
    case 'date':
    case 'files':
      return [];
    default:
      return field satisfies never;
  }
}

function blocksOfMeasure(form: Form, measure: Measure): readonly Block[] {
  switch (measure.kind) {
    case 'csat':
    case 'nps':
    case 'ces':
    case 'grades':
      return [];
    case 'mean':
      return [{ kind: 'mean', fields: measure.fields, least: measure.least ?? measure.fields.length }];
    case 'sum':
      return [{ kind: 'total', fields: measure.fields, points: measure.points }];
    case 'csi':
      return [{ kind: 'pairwise', fields: measure.fields }];
    case 'kano':
      return kanoFields(form, measure.question).map(({ first, second }) => ({ kind: 'table', first, second, levels: 5 }));
    default:
      return completeSets(form, measure).map((fields) => ({ kind: 'complete', fields }));
  }
}

type SetMeasure = Exclude<Measure, { kind: 'csat' | 'nps' | 'ces' | 'grades' | 'mean' | 'sum' | 'csi' | 'kano' }>;

/** The sets of fields of which whoever answered all of one counts. */
export function completeSets(form: Form, measure: SetMeasure): readonly (readonly string[])[] {
  switch (measure.kind) {
    case 'servqual': {
      const rows = measure.dimensions.flatMap((dimension) => dimension.rows);
      return [['e', 'p'].flatMap((facet) => rows.map((row) => `${measure.question}.${row}.${facet}`))];
    }
    case 'servperf':
      return [measure.dimensions.flatMap(({ rows }) => rows.map((row) => `${measure.question}.${row}`))];
    case 'ipa':
      return [[...ipaFields(form, measure.question).all, ...(measure.outcome === undefined ? [] : [measure.outcome])]];
    case 'drivers':
      return [[...measure.fields, measure.outcome]];
    case 'ecsi':
      return [measure.blocks.flatMap(({ fields }) => fields)];
    case 'structure':
      return [...measure.scales.map(({ fields }) => fields), [...new Set(measure.scales.flatMap(({ fields }) => fields))]];
    default:
      return measure satisfies never;
  }
}

/** Of a Kano question per row: the answer with the feature, and without it. */
export function kanoFields(
  form: Form,
  question: string,
): readonly { readonly row: string; readonly first: string; readonly second: string }[] {
  const rows = new Set(fieldsOf(form).flatMap((field) => (field.question === question && field.row !== null ? [field.row] : [])));
  return [...rows].map((row) => ({ row, first: `${question}.${row}.f`, second: `${question}.${row}.d` }));
}

interface IpaFields {
  readonly rows: readonly string[];
  /** none when the question is a plain matrix */
  readonly importance: readonly string[];
  readonly performance: readonly string[];
  readonly all: readonly string[];
}

/** Which fields of a pair or matrix say how important something is, and how good. */
export function ipaFields(form: Form, question: string): IpaFields {
  const own = fieldsOf(form).filter((field) => field.kind === 'scale' && field.question === question);
  const keysOf = (facet: string | null): string[] =>
    own.flatMap((field) => (field.kind === 'scale' && field.facet === facet ? [field.key] : []));
  const importance = keysOf('importance');
  const performance = importance.length > 0 ? keysOf('satisfaction') : keysOf(null);
  const rows = [...new Set(own.flatMap(({ row }) => (row === null ? [] : [row])))];
  return { rows, importance, performance, all: [...importance, ...performance] };
}
