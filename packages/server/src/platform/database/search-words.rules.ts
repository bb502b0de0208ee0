const runs = /(\p{Script=Han}+)|((?:(?!\p{Script=Han})[\p{L}\p{N}])+)/gu;

/** A word longer than this is no word; a text says what it is about in its first thousands. */
const longestWord = 40;
const mostWords = 2000;

/**
 * The words by which a text is found: of Chinese its fragments of two characters and the last one alone, of other scripts its words in lower case.
 *
 * @example wordsIn('VPN 连不上') // ['vpn', '连不', '不上', '上']
 */
export function wordsIn(text: string): string[] {
  const words = new Set<string>();
  for (const [, han, word] of normal(text).matchAll(runs)) {
    if (han !== undefined) fragmentsOf(han).forEach((fragment) => words.add(fragment));
    if (word !== undefined) words.add(word.slice(0, longestWord));
    if (words.size >= mostWords) break;
  }
  return [...words];
}

/**
 * The question that finds a text with all of these words, in PostgreSQL's words; the last one may be the beginning of one. Null when nothing is asked.
 *
 * @example questionFor('网络 mai') // "'网络' & 'mai':*"
 */
export function questionFor(text: string): string | null {
  const parts: string[] = [];
  for (const [, han, word] of normal(text).matchAll(runs)) {
    if (word !== undefined) parts.push(`'${word.slice(0, longestWord)}':*`);
    else if (han !== undefined) parts.push(...askedFragments(han));
  }
  return parts.length === 0 ? null : [...new Set(parts)].slice(0, 20).join(' & ');
}

const normal = (text: string): string => text.normalize('NFKC').toLowerCase();

const pairsOf = (characters: readonly string[]): string[] =>
  characters.slice(1).map((second, index) => `${characters[index] ?? ''}${second}`);

function fragmentsOf(han: string): string[] {
  const characters = [...han];
  return [...pairsOf(characters), characters.at(-1) ?? ''];
}

function askedFragments(han: string): string[] {
  const characters = [...han];
  return characters.length === 1 ? [`'${han}':*`] : pairsOf(characters).map((pair) => `'${pair}'`);
}
