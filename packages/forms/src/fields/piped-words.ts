/** `{{key}}` and `{{key|words}}`; the key is that of a field or of something given. */
const placeholder = /\{\{\s*([a-z0-9_.]{1,90})\s*(?:\|([^{}]*))?\}\}/g;

/**
 * A text with every placeholder replaced by what `wordsFor` says about its key and its words, in one pass: what is put in is not read again.
 * @example replacePipes('Your visit to {{clinic|our clinic}}', (key, words) => words) // 'Your visit to our clinic'
 */
export function replacePipes(text: string, wordsFor: (key: string, words: string) => string): string {
  if (!text.includes('{{')) return text;
  return text.replace(placeholder, (_, key: string, words: string | undefined) => wordsFor(key, words ?? ''));
}

/**
 * The keys that a text asks for, in order, and whether braces are left that ask for nothing.
 * @example pipedKeys('{{clinic}}, {{again|so}} {{ What? }}') // { keys: ['clinic', 'again'], broken: true }
 */
export function pipedKeys(text: string): { readonly keys: readonly string[]; readonly broken: boolean } {
  const keys: string[] = [];
  const rest = replacePipes(text, (key) => {
    keys.push(key);
    return '';
  });
  return { keys, broken: rest.includes('{{') || rest.includes('}}') };
}
