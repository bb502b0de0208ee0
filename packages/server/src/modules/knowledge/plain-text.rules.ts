/**
 * The text of an article without its marks: for the index and for excerpts.
 *
 * @example plainText('## Steps\n1. Open **Settings**') // 'Steps Open Settings'
 */
export const plainText = (marked: string): string =>
  marked
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const excerptLength = 100;

/** The beginning of an article. */
export function excerptOf(marked: string): string {
  const characters = [...plainText(marked.slice(0, 8 * excerptLength))];
  return characters.length <= excerptLength ? characters.join('') : `${characters.slice(0, excerptLength).join('').trimEnd()}…`;
}
