/** What people speak of: a code, its names, the quality dimension it belongs to, and the words by which it is recognised. */
export interface Theme {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** quality dimension, in the words of the platform's indicators */
  readonly dimension: string;
  /** words in half width and lower case; English ones in the singular */
  readonly words: readonly string[];
}
