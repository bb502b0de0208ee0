import type { Form } from '@zhiheng/forms/definition';
import { fieldName, fieldsOf } from '@zhiheng/forms/fields';

const plain = (words: string): string => words.trim().toLowerCase();

/** Which column holds which field: by its key, or by its words in one of the languages. */
export function guessColumns(form: Form, columns: readonly string[]): Readonly<Record<string, string>> {
  const fields = fieldsOf(form);
  const names = fields.map((field) => [field.key, ...form.languages.map((language) => fieldName(form, field, language))].map(plain));
  const guessed = columns.flatMap((column) => {
    const at = names.findIndex((each) => each.includes(plain(column)));
    const field = fields[at];
    return field === undefined ? [] : [[column, field.key] as const];
  });
  return Object.fromEntries(guessed);
}
