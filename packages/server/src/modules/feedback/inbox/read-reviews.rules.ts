import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import type { FeedbackColumn } from '@zhiheng/contract/feedback/feedback';
import { guessDayOrder } from '../../../platform/table-files/describe-columns.rules.ts';
import { LocalClock } from '../../../platform/table-files/local-clock.rules.ts';
import { readTime, type TimeForm } from '../../../platform/table-files/read-time.rules.ts';
import { columnsOf, type Columns } from './review-columns.rules.ts';

/** One review as the file has it, checked. */
export interface Review {
  readonly line: number;
  readonly recordKey: string;
  readonly body: string;
  readonly author: string;
  readonly score: number | null;
  readonly at: Date;
  /** code or name */
  readonly site: string;
  readonly service: string;
  readonly tags: readonly string[];
}
export interface ReviewProblem {
  readonly line: number;
  readonly column: FeedbackColumn | null;
  readonly code: string;
  readonly value: string;
}
export interface ReviewFile {
  readonly headings: readonly string[];
  readonly columns: Columns;
  readonly reviews: readonly Review[];
  readonly problems: readonly ReviewProblem[];
}

interface Reading {
  readonly columns: Columns;
  readonly scoreMax: number;
  readonly timeZone: string;
  readonly now: Date;
}

const longestBody = 20_000;

/** Reads reviews from CSV text. A file without a column of words has none. */
export function readReviews(text: string, { columns: given, ...reading }: Reading): ReviewFile {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [headings = [], ...lines] = data;
  const names = headings.map((name) => name.trim());
  const columns = columnsOf(names, given);
  const missing = Object.entries(columns).find(([, name]) => !names.includes(name));
  if (missing !== undefined) return noReviews(names, columns, { column: missing[0] as FeedbackColumn, value: missing[1] });
  if (columns.body === undefined) return noReviews(names, columns, { column: 'body', value: '' });
  const read = readLines(lines, { ...reading, names, columns });
  const reviews = read.flatMap((one) => ('review' in one ? [one.review] : []));
  const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  return { headings: names, columns, reviews, problems };
}

const noReviews = (headings: readonly string[], columns: Columns, problem: Pick<ReviewProblem, 'column' | 'value'>): ReviewFile => ({
  headings,
  columns,
  reviews: [],
  problems: [{ line: 1, code: 'column_missing', ...problem }],
});

interface Lines extends Reading {
  readonly names: readonly string[];
}
type ReadLine = { readonly review: Review } | { readonly problem: ReviewProblem };

function readLines(lines: readonly (readonly string[])[], reading: Lines): ReadLine[] {
  const place = (column: FeedbackColumn): number => reading.names.indexOf(reading.columns[column] ?? '\u0000');
  const times = place('at');
  const clock = new LocalClock(reading.timeZone);
  const dayOrder = guessDayOrder(lines.map((cells) => cells[times] ?? '').filter((cell) => cell.trim() !== ''));
  const form: TimeForm = { grain: 'instant', dayOrder, clock, calendar: clock };
  // The first line holds the headings.
  return lines.map((cells, at) => {
    const cell = (column: FeedbackColumn): string => (cells[place(column)] ?? '').trim();
    return readLine({ line: at + 2, cell }, { ...reading, form });
  });
}

interface Line {
  readonly line: number;
  readonly cell: (column: FeedbackColumn) => string;
}

function readLine({ line, cell }: Line, { scoreMax, now, form }: Reading & { readonly form: TimeForm }): ReadLine {
  const problem = (column: FeedbackColumn, code: string) => ({ problem: { line, column, code, value: cell(column).slice(0, 60) } });
  const body = [cell('title'), cell('body')].filter((part) => part !== '').join('\n');
  if (body === '') return problem('body', 'required');
  if (body.length > longestBody) return problem('body', 'text_too_long');
  const score = scoreOf(cell('score'));
  if (score !== null && !(score >= 0 && score <= scoreMax)) return problem('score', 'wrong_score');
  const time = cell('at') === '' ? now.getTime() : readTime(cell('at'), form);
  if (typeof time !== 'number') return problem('at', 'wrong_time');
  if (time > now.getTime()) return problem('at', 'in_future');
  const tags = cell('tags')
    .split(/[,，;；|]/)
    .map((tag) => tag.trim().slice(0, 40))
    .filter((tag) => tag !== '')
    .slice(0, 30);
  const said = {
    body,
    author: cell('author').slice(0, 200),
    score,
    at: new Date(time),
    site: cell('site'),
    service: cell('service'),
    tags,
  };
  return { review: { line, recordKey: cell('key').slice(0, 200) || keyOf(cell), ...said } };
}

/** `4`, `4.5`, `4星`, `★★★★☆`; null for nothing, NaN for what is no score. */
function scoreOf(text: string): number | null {
  if (text === '') return null;
  if (/^[★☆⭐]+$/u.test(text)) return (text.match(/[★⭐]/gu) ?? []).length;
  return Number(text.replace(/\s*(星|分|stars?|\/\s*\d+)$/i, ''));
}

/** Without a key of its own a review is known by what it says, who said it and when. */
const keyOf = (cell: Line['cell']): string =>
  `text:${createHash('sha256')
    .update(JSON.stringify([cell('author'), cell('title'), cell('body'), cell('at'), cell('score')]))
    .digest('hex')
    .slice(0, 40)}`;
