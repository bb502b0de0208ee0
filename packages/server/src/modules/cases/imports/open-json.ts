import { AppError } from '../../../platform/errors.ts';
import type { ForeignComment, ForeignRow, ForeignTable } from './foreign-table.ts';
import { layOutIssues } from './jira-table.ts';
import { isJson, listAt, type Json } from './read-json.rules.ts';
import { layOutTickets } from './zammad-table.ts';

/** A document laid out as a table. */
export interface LaidOut {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly comments: ReadonlyMap<string, readonly ForeignComment[]>;
}

const blockLength = 2000;
const sampleLength = 1000;

export const looksLikeJson = (bytes: Buffer): boolean => /^\ufeff?\s*[[{]\s*["[{\]}]/.test(bytes.subarray(0, 200).toString('utf8'));

/** Opens issues of Jira or tickets of Zammad. Throws an AppError (422) for other documents. */
export function openJson(bytes: Buffer): ForeignTable {
  const root = parse(bytes);
  const issues = issuesOf(root);
  const { columns, rows, comments } = issues === null ? layOutTickets(ticketsOf(root)) : layOutIssues(issues);
  if (rows.length === 0) throw new AppError(422, 'file_empty');
  const all = rows.map((row, index): ForeignRow => ({ line: index + 1, cells: columns.map((name) => row[name] ?? '') }));
  return {
    ...{ format: issues === null ? 'zammad-json' : 'jira-json', encoding: null, delimiter: null, sheets: [], sheet: null },
    ...{ columns, comments, sample: all.slice(0, sampleLength) },
    *blocks() {
      for (let from = 0; from < all.length; from += blockLength) {
        yield { rows: all.slice(from, from + blockLength), read: Math.min(1, (from + blockLength) / all.length) };
      }
    },
  };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AppError(422, 'json_unreadable');
  }
}

/** Null when the document holds none. */
function issuesOf(root: unknown): readonly Json[] | null {
  const list = Array.isArray(root) ? root.filter(isJson) : listAt(root, 'issues');
  return list.length > 0 && list.every((one) => isJson(one['fields']) && typeof one['key'] === 'string') ? list : null;
}

function ticketsOf(root: unknown): readonly Json[] {
  const list = Array.isArray(root) ? root.filter(isJson) : listAt(root, 'tickets');
  const tickets = list.filter((one) => 'number' in one && 'title' in one);
  if (tickets.length === 0) throw new AppError(422, 'json_not_known');
  return tickets;
}
