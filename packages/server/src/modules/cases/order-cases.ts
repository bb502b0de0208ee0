import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { caseOrder } from '@zhiheng/contract/cases/cases';
import { decodeCursor } from '../../platform/cursor.ts';
import { invalidField } from '../../platform/errors.ts';
import type { CaseRecord } from './case-rows.ts';

interface Part {
  readonly after: RawBuilder<unknown>;
  readonly by: RawBuilder<unknown>;
}

/** An order of pages: what comes after a cursor, part by part, and the key of a row. */
export interface PageOrder {
  parts(cursor: string | undefined): Part[];
  readonly whole: RawBuilder<unknown>;
  keyOf(row: CaseRecord): string[];
}

const everything = sql`true`;

const instantOf = (text: string): Date => {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw invalidField('cursor', 'cursor');
  return at;
};
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idOf = (text: string): string => {
  if (!uuid.test(text)) throw invalidField('cursor', 'cursor');
  return text;
};

/** By one column that is never null. */
function byInstant(column: 'opened_at' | 'updated_at', { descending }: { readonly descending: boolean }): PageOrder {
  const [name, sign, direction] = [sql.ref(`c.${column}`), sql.raw(descending ? '<' : '>'), sql.raw(descending ? 'desc' : 'asc')];
  const by = sql`${name} ${direction}, c.id ${direction}`;
  return {
    parts(cursor) {
      if (cursor === undefined) return [{ after: everything, by }];
      const [at = '', id = ''] = decodeCursor(cursor, 2);
      return [{ after: sql`(${name}, c.id) ${sign} (${instantOf(at)}, ${idOf(id)})`, by }];
    },
    whole: by,
    keyOf: (row) => [(column === 'opened_at' ? row.openedAt : row.updatedAt).toISOString(), row.id],
  };
}

const due: PageOrder = {
  parts(cursor) {
    const by = sql`c.due_at, c.id`;
    const without = (id: string | null): Part => ({
      after: id === null ? sql`c.due_at is null` : sql`c.due_at is null and c.id > ${idOf(id)}`,
      by: sql`c.id`,
    });
    if (cursor === undefined) return [{ after: sql`c.due_at is not null`, by }, without(null)];
    const [at = '', id = ''] = decodeCursor(cursor, 2);
    if (at === '') return [without(id)];
    return [{ after: sql`(c.due_at, c.id) > (${instantOf(at)}, ${idOf(id)})`, by }, without(null)];
  },
  whole: sql`c.due_at nulls last, c.id`,
  keyOf: (row) => [row.dueAt?.toISOString() ?? '', row.id],
};

const byPriority: PageOrder = {
  parts(cursor) {
    const by = sql`c.priority, c.opened_at, c.id`;
    if (cursor === undefined) return [{ after: everything, by }];
    const [priority = '', at = '', id = ''] = decodeCursor(cursor, 3);
    return [{ after: sql`(c.priority, c.opened_at, c.id) > (${priority}, ${instantOf(at)}, ${idOf(id)})`, by }];
  },
  whole: sql`c.priority, c.opened_at, c.id`,
  keyOf: (row) => [row.priority, row.openedAt.toISOString(), row.id],
};

export const orders = {
  due,
  newest: byInstant('opened_at', { descending: true }),
  oldest: byInstant('opened_at', { descending: false }),
  updated: byInstant('updated_at', { descending: true }),
  priority: byPriority,
} as const satisfies Record<z.infer<typeof caseOrder>, PageOrder>;
