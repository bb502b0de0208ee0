import type { Form, FormText } from '@zhiheng/forms/definition';
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
  const places = lines.map(([path = '']) => path).filter((path) => path !== '' && !known.has(path));
  const unknown = [...header.slice(1).filter((language) => !form.languages.includes(language)), ...places];
  const changes = lines.flatMap(([path = '', ...cells]) =>
    cells
      .map((cell, at) => ({ path, language: header[at + 1] ?? '', words: unguarded(cell) }))
      .filter((change) => isNews(form, known.get(path), change)),
  );
  return { form: changes.reduce(setWords, form), changed: changes.length, unknown };
}

interface Change {
  readonly path: string;
  readonly language: string;
  readonly words: string;
}

const isNews = (form: Form, text: FormText | undefined, { language, words }: Change): boolean =>
  text !== undefined && form.languages.includes(language) && words !== (text[language] ?? '');

/** A text that began like a formula was written with a mark before it. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
