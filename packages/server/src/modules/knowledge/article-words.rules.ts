import { keywordsOf } from '@zhiheng/text/keywords';
import { questionFor, wordsIn } from '../../platform/database/search-words.rules.ts';
import { plainText } from './plain-text.rules.ts';

interface Findable {
  readonly title: Prose;
  readonly body: Prose;
  readonly keywords: readonly string[];
}
interface Prose {
  readonly zh: string;
  readonly en: string;
}

const bothOf = ({ zh, en }: Prose): string => `${zh} ${en}`;

/**
 * The words by which an article is found, as PostgreSQL's tsvector in words: those of the title weigh most, keywords next, the text least.
 *
 * @example articleWords({ title: { zh: '', en: 'VPN' }, keywords: ['network'], body: { zh: '', en: 'the vpn' } }) // "'vpn':1A,3D 'network':2B 'the':3D"
 */
export function articleWords({ title, body, keywords }: Findable): string {
  const places = new Map<string, string[]>();
  const zones = [
    ['1A', bothOf(title)],
    ['2B', keywords.join(' ')],
    ['3D', plainText(bothOf(body))],
  ] as const;
  for (const [place, text] of zones) {
    for (const word of wordsIn(text)) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [place]);
      else known.push(place);
    }
  }
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}

/** What is asked of the index: `query` finds, each of `parts` that an article fits raises it. */
export interface Question {
  readonly query: string;
  readonly parts: readonly string[];
}

/** All words of a search must be found. Null when nothing is asked. */
export function searchQuestion(text: string): Question | null {
  const query = questionFor(text);
  return query === null ? null : { query, parts: [query] };
}

const mostKeywords = 12;
/** Of a text without keywords, such as 连不上, its fragments. */
const mostFragments = 20;
const firstRead = 4000;

/** What somebody writes is about its keywords: an article must have one of them. Null when the text says nothing yet. */
export function suggestionQuestion(text: string): Question | null {
  const read = text.slice(0, firstRead);
  const keywords = keywordsOf(read, { limit: mostKeywords }).map(({ word }) => word);
  const asked =
    keywords.length > 0
      ? keywords
      : wordsIn(read)
          .filter((word) => [...word].length > 1)
          .slice(0, mostFragments);
  const parts = [...new Set(asked.flatMap((word) => questionFor(word) ?? []))];
  return parts.length === 0 ? null : { query: parts.map((part) => `(${part})`).join(' | '), parts };
}
