import type { Form } from '@zhiheng/forms/definition';
import { textPlaces } from '@zhiheng/forms/review';
import { setWords } from '../draft/set-words.ts';

const pathColumn = 'path';

/** The words of a form as rows of a file: where each stands, and a column per language. */
export const wordRows = (form: Form): string[][] => [
  [pathColumn, ...form.languages],
  ...textPlaces(form).map(({ path, text }) => [path, ...form.languages.map((language) => text[language] ?? '')]),
];

/** What became of a file of words: a line is left out when its place or its language is not in the form. */
export interface ReadWords {
  readonly form: Form;
  readonly changed: number;
  readonly unknown: readonly string[];
}

/** Takes words over from rows as `wordRows` gives them; null when the first line is no such header. */
export function readWords(form: Form, rows: readonly (readonly string[])[]): ReadWords | null {
  const [header, ...lines] = rows;
  if (header?.[0] !== pathColumn) return null;
  const known = new Map(textPlaces(form).map(({ path, text }) => [path, text]));
  const unknown = header.slice(1).filter((language) => !form.languages.includes(language));
  let next = form;
  let changed = 0;
  for (const [path = '', ...cells] of lines) {
    const text = known.get(path);
    if (text === undefined) {
      if (path !== '') unknown.push(path);
      continue;
    }
    for (const [at, cell] of cells.entries()) {
      const language = header[at + 1] ?? '';
      const words = unguarded(cell);
      if (!form.languages.includes(language) || words === (text[language] ?? '')) continue;
      next = setWords(next, { path, language, words });
      changed += 1;
    }
  }
  return { form: next, changed, unknown };
}

/** A text that began like a formula was written with a mark before it. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
