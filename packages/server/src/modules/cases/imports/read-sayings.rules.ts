import { readTime } from '../../../platform/table-files/read-time.rules.ts';
import type { ForeignComment } from './foreign-table.ts';
import type { ForeignCase } from './gather-cases.ts';
import { clean, type MappingRules } from './read-states.rules.ts';
import type { Saying } from './tell-history.rules.ts';

const longestBody = 20_000;

/** `03/May/26 10:15 AM;lee;Text`, as Jira writes a comment into a cell. */
const stamped = /^([^;\n]{6,40});([^;\n]{0,100});([\s\S]+)$/;

interface Source {
  readonly of: ForeignCase;
  /** of comments that say no time: when the case was last heard of */
  readonly lastAt: number;
}

/** What was said on a case, with its time where it names one. */
export function readSayings(rules: MappingRules, { of, lastAt }: Source): Saying[] {
  const inCells = of.states.flatMap(({ values, comments }) => {
    const rowAt = instantOf(rules, values.at ?? '');
    return comments.map((text) => cellSaying(rules, text, rowAt ?? lastAt));
  });
  const apart = of.comments.map((comment) => sayingOf(rules, comment, lastAt));
  return [...inCells, ...apart].filter(({ body }) => body.trim() !== '');
}

function cellSaying(rules: MappingRules, text: string, at: number): Saying {
  const [, stamp = '', author = '', body = ''] = stamped.exec(text) ?? [];
  const stampedAt = stamp === '' ? null : instantOf(rules, stamp);
  if (stampedAt === null) return { at, author: '', authorId: null, from: 'team', isInternal: true, body: text.slice(0, longestBody) };
  const name = clean(author);
  const authorId = rules.known.person(name) ?? null;
  return { at: stampedAt, author: name, authorId, from: 'team', isInternal: true, body: body.slice(0, longestBody) };
}

function sayingOf(rules: MappingRules, { at, author, from, isInternal, body }: ForeignComment, lastAt: number): Saying {
  const authorId = from === 'team' ? (rules.known.person(clean(author)) ?? null) : null;
  return { at: instantOf(rules, at ?? '') ?? lastAt, author: clean(author), authorId, from, isInternal, body: body.slice(0, longestBody) };
}

/** Null where there is none, or none that can have been. */
function instantOf({ time, now }: MappingRules, text: string): number | null {
  const read = readTime(text, time);
  if (typeof read !== 'number') return null;
  const seconds = Math.floor(read / 1000);
  return seconds > now ? null : seconds;
}
