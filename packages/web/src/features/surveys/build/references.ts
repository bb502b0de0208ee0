import type { Form } from '@zhiheng/forms/definition';
import { fieldName, fieldsOf, type Field } from '@zhiheng/forms/fields';
import { questionsOf } from '../draft/form-edits.ts';
import { anyWords } from '../draft/form-texts.ts';
import type { PartOfForm } from '../draft/part-of-form.ts';
import { questionNumber } from './part-words.ts';

/** Something that is known at a place of the form: an answer, or what the link brings. */
export interface Reference {
  readonly key: string;
  readonly label: string;
  readonly kind: Field['kind'] | 'given';
  /** null for what is given */
  readonly field: Field | null;
}

/** What is answered or given before a part of the form is shown. */
export function referencesBefore(form: Form, part: PartOfForm, language: string): readonly Reference[] {
  const before = new Set(questionsBefore(form, part));
  const fields = fieldsOf(form).filter(({ question }) => before.has(question));
  return [
    ...form.given.map(({ key, name }) => ({ key, label: anyWords(name, language) || key, kind: 'given' as const, field: null })),
    ...fields.map((field) => ({
      key: field.key,
      label: `${questionNumber(form, field.question)} ${fieldName(form, field, language)}`.trim(),
      kind: field.kind,
      field,
    })),
  ];
}

function questionsBefore(form: Form, part: PartOfForm): readonly string[] {
  const keys = questionsOf(form).map(({ key }) => key);
  const [kind, name = ''] = part.split(':');
  if (kind === 'endings') return keys;
  if (kind === 'question') return keys.slice(0, Math.max(0, keys.indexOf(name)));
  if (kind !== 'page') return [];
  const at = form.pages.findIndex(({ key }) => key === name);
  return form.pages.slice(0, at).flatMap(({ questions }) => questions.map(({ key }) => key));
}
