import type { Question, QuestionOf } from '../definition/index.ts';
import { fault, type ValueFault } from './value-fault.ts';

/** What may be written at an option of a choice. */
const atOption: Pick<QuestionOf<'text'>, 'most' | 'kind'> = { most: 2_000, kind: 'words' };

/** No database stores a zero byte or half a pair of UTF-16; both come from broken programs only. */
const unstorable = /\0|[\uD800-\uDFFF]/u;

const patterns = {
  email: /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/,
  phone: /^\+?(?:[\s().-]*\d){5,20}[\s().-]*$/,
  url: /^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/i,
} as const;

/**
 * What is wrong with something written: words, a mail address, a telephone number, a web address, a day. Blank words are as good as none.
 * Lengths count characters, not halves of them.
 * @example writtenFault({ type: 'text', most: 200, kind: 'email' }, 'li@example') // { code: 'not-an-email' }
 * @example writtenFault({ type: 'date' }, '2026-02-30') // { code: 'not-a-date' }
 */
export function writtenFault(question: Question | undefined, value: unknown): ValueFault | null {
  if (typeof value !== 'string') return fault(question?.type === 'date' ? 'not-a-date' : 'not-text');
  return question?.type === 'date' ? dayFault(question, value) : textFault(question?.type === 'text' ? question : atOption, value);
}

function textFault({ most, kind }: Pick<QuestionOf<'text'>, 'most' | 'kind'>, value: string): ValueFault | null {
  if (value.length > most && isLonger(value, most)) return fault('too-long', { most });
  if (unstorable.test(value)) return fault('not-text');
  if (kind === 'words' || value.trim() === '' || patterns[kind].test(value.trim())) return null;
  return fault({ email: 'not-an-email', phone: 'not-a-phone', url: 'not-a-url' }[kind]);
}

/** A character takes at most two halves, so a far too long text need not be counted. */
const isLonger = (value: string, most: number): boolean => value.length > 2 * most || [...value].length > most;

function dayFault({ from, until }: Pick<QuestionOf<'date'>, 'from' | 'until'>, value: string): ValueFault | null {
  if (!isDay(value)) return fault('not-a-date');
  if (from !== undefined && value < from) return fault('too-early', { from });
  return until !== undefined && value > until ? fault('too-late', { until }) : null;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
