import type { Form, FormText } from '../definition/index.ts';

/**
 * A text in a language, else in the first language of the form; empty when neither is there.
 * @example wordsIn({ languages: ['zh', 'en'] }, { zh: '服务', en: 'Service' }, 'en') // 'Service'
 * @example wordsIn({ languages: ['zh', 'en'] }, { zh: '服务' }, 'en') // '服务'
 */
export function wordsIn(form: Pick<Form, 'languages'>, text: FormText, language: string): string {
  return wordsOf(text, language) ?? wordsOf(text, form.languages[0] ?? '') ?? '';
}

/** A language may be any word of an address: only what the text itself holds counts. */
function wordsOf(text: FormText, language: string): string | undefined {
  const words = Object.hasOwn(text, language) ? text[language] : undefined;
  return words === undefined || words.trim() === '' ? undefined : words;
}
