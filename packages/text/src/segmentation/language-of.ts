/**
 * `zh`: Han script; `en`: Latin script, whichever language is written in it; `other`: letters of other scripts; `none`: no letters at all.
 */
export type Language = 'zh' | 'en' | 'other' | 'none';

/** A Han character says about as much as three letters of Latin script. */
const lettersPerIdeograph = 3;
/** Enough to tell; a text of a megabyte is not read to its end. */
const lettersRead = 5000;

/**
 * The language of a text by its letters: Chinese when at least half of what it says is in Han script, where a Han character says as much
 * as three letters. Digits, punctuation and emoji do not count.
 * @example languageOf('wifi信号不好') // 'zh'
 * @example languageOf('The food was cold') // 'en'
 * @example languageOf('👍👍 5') // 'none'
 */
export function languageOf(text: string): Language {
  let han = 0;
  let latin = 0;
  let other = 0;
  for (const character of text.slice(0, lettersRead)) {
    if (/\p{Script=Han}/u.test(character)) han += lettersPerIdeograph;
    else if (/\p{Script=Latin}/u.test(character)) latin++;
    else if (/\p{L}/u.test(character)) other++;
  }
  if (han + latin + other === 0) return 'none';
  if (other > han + latin) return 'other';
  return han >= latin ? 'zh' : 'en';
}
