/** A text with a known judgement. */
export interface Sample {
  readonly text: string;
  readonly positive: boolean;
}

/**
 * What two texts have in common that differ in punctuation, spaces, width and case only: so duplicates are found and never stand on both
 * sides of a test.
 * @example sameTextKey('很好，ＯＫ！') === sameTextKey('很好 ok') // true
 */
export function sameTextKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
