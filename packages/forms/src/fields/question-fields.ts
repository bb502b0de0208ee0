import type { Question, QuestionOf } from '../definition/index.ts';
import type { Facet, Field, ScaleField, TextField } from './field.ts';

type Range = Pick<ScaleField, 'min' | 'max' | 'na'>;

const recommendation: Range = { min: 0, max: 10, na: false };
const effort: Range = { min: 1, max: 7, na: false };
/** Kano's five answers, from "I like it" to "I dislike it". */
const feelings: Range = { min: 1, max: 5, na: false };

const facets = {
  expectation: [
    ['e', 'expectation'],
    ['p', 'perception'],
  ],
  importance: [
    ['i', 'importance'],
    ['s', 'satisfaction'],
  ],
  kano: [
    ['f', 'functional'],
    ['d', 'dysfunctional'],
  ],
} as const satisfies Record<string, readonly (readonly [string, Facet])[]>;

/**
 * The fields of one question, rows in their order and of each row first what should be, then what is. A note has none.
 * @example fieldsOfQuestion({ key: 'again', type: 'nps' }) // [{ key: 'again', kind: 'scale', min: 0, max: 10, na: false }]
 * @example fieldsOfQuestion({ key: 'form', type: 'kano', rows: [{ key: 'online' }] }) // [{ key: 'form.online.f', facet: 'functional' }, { key: 'form.online.d', facet: 'dysfunctional' }]
 */
export function fieldsOfQuestion(question: Question): readonly Field[] {
  const { key } = question;
  const plain = { key, question: key, row: null };
  switch (question.type) {
    case 'single':
      return [{ ...plain, kind: 'choice', options: keysOf(question.options) }, ...writtenFields(question)];
    case 'multiple':
      return [{ ...plain, kind: 'choices', options: keysOf(question.options) }, ...writtenFields(question)];
    case 'ranking':
      return [{ ...plain, kind: 'order', options: keysOf(question.options) }];
    case 'number':
    case 'date':
      return [{ ...plain, kind: question.type }];
    case 'text':
      return [{ ...plain, kind: 'text', option: null }];
    case 'file':
      return [{ ...plain, kind: 'files' }];
    case 'note':
      return [];
    default:
      return numberedFields(question);
  }
}

function numberedFields(question: QuestionOf<'scale' | 'matrix' | 'nps' | 'ces' | 'kano' | 'pair' | 'points'>): readonly Field[] {
  const { key } = question;
  switch (question.type) {
    case 'scale':
      return [scaleField(key, question.scale)];
    case 'nps':
      return [scaleField(key, recommendation)];
    case 'ces':
      return [scaleField(key, effort)];
    case 'matrix':
      return question.rows.map((row) => ({ ...scaleField(key, question.scale), key: `${key}.${row.key}`, row: row.key }));
    case 'pair':
      return facetFields(question, facets[question.ask], question.scale);
    case 'kano':
      return facetFields(question, facets.kano, feelings);
    case 'points':
      return question.rows.map((row) => ({ key: `${key}.${row.key}`, question: key, row: row.key, kind: 'number' }));
    default:
      return question satisfies never;
  }
}

const keysOf = (parts: readonly { readonly key: string }[]): readonly string[] => parts.map((part) => part.key);

const scaleField = (key: string, { min, max, na }: Range): ScaleField => ({
  key,
  question: key,
  row: null,
  kind: 'scale',
  facet: null,
  min,
  max,
  na,
});

function writtenFields({ key, options }: QuestionOf<'single' | 'multiple'>): readonly TextField[] {
  return options
    .filter((option) => option.write === true)
    .map((option) => ({ key: `${key}.${option.key}`, question: key, row: null, kind: 'text', option: option.key }));
}

function facetFields(
  { key, rows }: QuestionOf<'pair' | 'kano'>,
  both: readonly (readonly [letter: string, facet: Facet])[],
  range: Range,
): readonly ScaleField[] {
  return rows.flatMap((row) =>
    both.map(([letter, facet]) => ({ ...scaleField(key, range), key: `${key}.${row.key}.${letter}`, row: row.key, facet })),
  );
}
