import type { ForeignComment } from './foreign-table.ts';
import type { LaidOut } from './open-json.ts';
import { listAt, textAt, type Json } from './read-json.rules.ts';
import { unwindChanges, type FieldChange } from './unwind-changes.rules.ts';

const tracked = ['title', 'state', 'priority', 'group', 'owner', 'customer', 'type'] as const;
export const zammadColumns = ['number', ...tracked, 'tags', 'created_at', 'first_response_at', 'close_at', 'at'] as const;

/** Tickets with their articles and history, as `expand=true` gives them: names instead of numbers. */
export function layOutTickets(tickets: readonly Json[]): LaidOut {
  const rows: Record<string, string>[] = [];
  const comments = new Map<string, ForeignComment[]>();
  for (const ticket of tickets) {
    const given = (name: string): string => textAt(ticket, name);
    const kept = Object.fromEntries(['number', 'tags', 'created_at', 'first_response_at', 'close_at'].map((name) => [name, given(name)]));
    const now = Object.fromEntries(tracked.map((name) => [name, given(name)]));
    for (const { at, fields } of unwindChanges(given('created_at'), now, changesOf(ticket))) rows.push({ ...fields, ...kept, at });
    comments.set(given('number'), listAt(ticket, 'articles').map(commentOf));
  }
  return { columns: zammadColumns, rows, comments };
}

function changesOf(ticket: Json): FieldChange[] {
  const known = new Set<string>(tracked);
  return listAt(ticket, 'history')
    .filter((entry) => textAt(entry, 'type') === 'updated' && known.has(textAt(entry, 'attribute')))
    .map((entry) => ({
      at: textAt(entry, 'created_at'),
      field: textAt(entry, 'attribute'),
      from: textAt(entry, 'value_from'),
      to: textAt(entry, 'value_to'),
    }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function commentOf(article: Json): ForeignComment {
  const body = textAt(article, 'body');
  const isHtml = textAt(article, 'content_type') === 'text/html';
  return {
    at: textAt(article, 'created_at'),
    author: textAt(article, 'from')
      .replace(/\s*<[^>]*>$/, '')
      .replaceAll('"', ''),
    from: textAt(article, 'sender') === 'Customer' ? 'customer' : 'team',
    isInternal: article['internal'] === true,
    body: isHtml ? withoutMarks(body) : body,
  };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** What a page says without its marks: it is stored and shown as text only. */
const withoutMarks = (html: string): string =>
  html
    .replaceAll(/<(br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => named[name] ?? whole)
    .trim();
