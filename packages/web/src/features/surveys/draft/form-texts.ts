import type { Form, FormText } from '@zhiheng/forms/definition';

/** Words in both languages of the product, as far as the form speaks them. */
export function bothWords(form: Pick<Form, 'languages'>, zh: string, en: string): FormText {
  const words: Readonly<Record<string, string>> = { zh, en };
  return Object.fromEntries(form.languages.flatMap((language) => (words[language] === undefined ? [] : [[language, words[language]]])));
}

/** A text with other words in one language; the language is left out when nothing is written. */
export function withWords(text: FormText | undefined, language: string, words: string): FormText {
  const { [language]: _before, ...others } = text ?? {};
  return words === '' ? others : { ...others, [language]: words };
}

/** The same, for a text that a form may do without: undefined once no language is left. */
export function optionalWords(text: FormText | undefined, language: string, words: string): FormText | undefined {
  const next = withWords(text, language, words);
  return Object.keys(next).length === 0 ? undefined : next;
}

/** Something to show for a text: in the language, else in any that has words. */
export function anyWords(text: FormText, language: string): string {
  const own = text[language] ?? '';
  return own.trim() === '' ? (Object.values(text).find((words) => words.trim() !== '') ?? '') : own;
}
