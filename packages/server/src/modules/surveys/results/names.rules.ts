import type { Form, FormText } from '@zhiheng/forms/definition';
import { fieldName, fieldsOf } from '@zhiheng/forms/fields';

/** Name of a field in all languages of the form: its row alone where it has one, for tables that stand under their question. */
export function nameOfField(form: Form, key: string): FormText {
  const field = fieldsOf(form).find((each) => each.key === key);
  if (field === undefined) return Object.fromEntries(form.languages.map((language) => [language, key]));
  const row = field.row === null ? undefined : nameOfRow(form, field.question, field.row);
  return row ?? wholeName(form, key);
}

/** Name of a field with its question, row and which of two numbers. */
export function wholeName(form: Form, key: string): FormText {
  const field = fieldsOf(form).find((each) => each.key === key);
  return Object.fromEntries(form.languages.map((language) => [language, field === undefined ? key : fieldName(form, field, language)]));
}

const questionOf = (form: Form, key: string) => form.pages.flatMap(({ questions }) => questions).find((question) => question.key === key);

export function nameOfRow(form: Form, questionKey: string, rowKey: string): FormText | undefined {
  const question = questionOf(form, questionKey);
  return question !== undefined && 'rows' in question ? question.rows.find(({ key }) => key === rowKey)?.text : undefined;
}

/** The options of a choice with their names. */
export function optionsOf(form: Form, questionKey: string): readonly { readonly key: string; readonly name: FormText }[] {
  const question = questionOf(form, questionKey);
  return question !== undefined && 'options' in question ? question.options.map(({ key, text }) => ({ key, name: text })) : [];
}
