import type { Form, Question } from '../definition/index.ts';
import type { Field } from '../fields/index.ts';
import { indexOf } from '../fields/fields-of.ts';
import { placedQuestions } from './places.ts';

/** What can be seen from a place in a form. */
export interface Sight {
  /** why a key cannot be used behind so many questions; null when it can */
  readonly unseen: (key: string, before: number) => 'unknown-field' | 'later-field' | null;
  readonly field: (key: string) => Field | undefined;
  readonly question: (field: Field) => Question | undefined;
}

/**
 * What conditions and placeholders can see: what is given always, a field from the question behind its own.
 * @example sightOf({ given: [], pages: [{ questions: [{ key: 'again', type: 'nps' }] }] }).unseen('again', 0) // 'later-field'
 * @example sightOf({ given: [], pages: [{ questions: [{ key: 'again', type: 'nps' }] }] }).unseen('again', 1) // null
 */
export function sightOf(form: Form): Sight {
  const index = indexOf(form);
  const given = new Set(form.given.map(({ key }) => key));
  const places = new Map([...placedQuestions(form)].reverse().map(({ question, before }) => [question.key, before]));
  return {
    unseen: (key, before) => {
      const field = index.field.get(key);
      if (field === undefined) return given.has(key) ? null : 'unknown-field';
      return (places.get(field.question) ?? 0) < before ? null : 'later-field';
    },
    field: (key) => index.field.get(key),
    question: (field) => index.question.get(field.question),
  };
}
