/**
 * An English word without the ending of its plural: ies → y, es → e, s → nothing, except after endings that are no plurals.
 * Other words are as they are; the result need not be a word of English, it only has to be the same for both forms.
 * Source: Harman (1991), How effective is suffixing?, Journal of the American Society for Information Science 42, 7–15 (the S stemmer).
 * @example singularOf('deliveries') // 'delivery'
 * @example singularOf('prices') // 'price'
 * @example singularOf('status') // 'status'
 */
export function singularOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+s$/.test(word)) return word;
  if (/ies$/.test(word) && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/es$/.test(word) && !/[aeo]es$/.test(word)) return word.slice(0, -1);
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}
