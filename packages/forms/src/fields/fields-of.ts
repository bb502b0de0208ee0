import type { Form, Question } from '../definition/index.ts';
import type { Field, ScaleField } from './field.ts';
import { fieldsOfQuestion } from './question-fields.ts';

/** What is looked up in a form again and again; where a key stands twice in a draft, the first counts. */
export interface FormIndex {
  readonly fields: readonly Field[];
  readonly scales: readonly ScaleField[];
  readonly field: ReadonlyMap<string, Field>;
  readonly question: ReadonlyMap<string, Question>;
  /** fields by the key of their question */
  readonly ofQuestion: ReadonlyMap<string, readonly Field[]>;
}

const indexes = new WeakMap<Form, FormIndex>();

/**
 * The fields of a form with their look-ups, made once for each form object: a form is data and is not changed in place.
 * @example [...indexOf({ pages: [{ questions: [{ key: 'again', type: 'nps' }] }] }).field.keys()] // ['again']
 */
export function indexOf(form: Form): FormIndex {
  const known = indexes.get(form);
  if (known !== undefined) return known;
  const made = makeIndex(form);
  indexes.set(form, made);
  return made;
}

/**
 * Every value a form can hold, in the order in which it is asked: the columns of exports and imports.
 * @example fieldsOf({ pages: [{ questions: [{ key: 'again', type: 'nps' }, { key: 'why', type: 'text' }] }] }) // [{ key: 'again', question: 'again', row: null, kind: 'scale', facet: null, min: 0, max: 10, na: false }, { key: 'why', kind: 'text', option: null }]
 */
export function fieldsOf(form: Form): readonly Field[] {
  return indexOf(form).fields;
}

/**
 * The fields that are whole numbers on a scale, in the order in which they are packed.
 * @example scaleFieldsOf({ pages: [{ questions: [{ key: 'why', type: 'text' }, { key: 'again', type: 'nps' }] }] }) // [{ key: 'again' }]
 */
export function scaleFieldsOf(form: Form): readonly ScaleField[] {
  return indexOf(form).scales;
}

function makeIndex(form: Form): FormIndex {
  const questions = form.pages.flatMap((page) => page.questions);
  const question = firsts(questions.map((each) => [each.key, each]));
  const ofQuestion = new Map([...question].map(([key, each]) => [key, fieldsOfQuestion(each)]));
  const field = firsts([...ofQuestion.values()].flat().map((each) => [each.key, each]));
  const fields = [...field.values()];
  return { fields, scales: fields.filter((each) => each.kind === 'scale'), field, question, ofQuestion };
}

/** A map in which the first of equal keys stays. */
function firsts<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [key, value] of entries) if (!map.has(key)) map.set(key, value);
  return map;
}
