import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listStandards as endpoint } from '@zhiheng/contract/standards/standards';
import type { StandardState } from '@zhiheng/contract/standards/standard-kind';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { containing } from '../../platform/database/containing.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { joins, rowColumns, standardRowOf, type StandardRowRecord } from './standard-rows.ts';

type Query = Parsed<typeof endpoint>['query'];

export async function listStandards(operation: Operation, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<StandardRowRecord>`
    select ${rowColumns} from standard s ${joins(operation)}
    where s.org_id = ${operation.orgId} and s.deleted_at is null and ${conditionsOf(query)} and ${after(query.cursor)}
    order by s.updated_at desc, s.id desc limit ${query.limit + 1}`.execute(operation.db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(standardRowOf),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.updatedAt.toISOString(), last.id]) : null,
  };
}

/** A standard in force whose next version is being written is found under both. */
const states = {
  'in-force': sql`f.number is not null`,
  coming: sql`c.in_force_from is not null`,
  waiting: sql`o.state = 'waiting'`,
  draft: sql`o.state = 'draft'`,
} as const satisfies Readonly<{ [S in StandardState]: RawBuilder<unknown> }>;

function conditionsOf({ q = '', state, kind, indicator, serviceId }: Query): RawBuilder<unknown> {
  const text = containing(q.trim());
  const conditions = [
    sql`(s.code ilike ${text} or s.name ->> 'zh' ilike ${text} or s.name ->> 'en' ilike ${text} or exists (
      select from jsonb_array_elements(l.clauses) k where k -> 'text' ->> 'zh' ilike ${text} or k -> 'text' ->> 'en' ilike ${text}))`,
    ...(state === undefined ? [] : [states[state]]),
    ...(kind === undefined ? [] : [sql`exists (select from jsonb_array_elements(l.clauses) k where k ->> 'kind' = ${kind})`]),
    ...(indicator === undefined
      ? []
      : [sql`exists (select from jsonb_array_elements(l.clauses) k where k -> 'indicators' ? ${indicator}::text)`]),
    ...(serviceId === undefined ? [] : [sql`${serviceId}::uuid = any(s.service_ids)`]),
  ];
  return sql.join(conditions, sql` and `);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(s.updated_at, s.id) < (${new Date(at)}::timestamptz, ${id}::uuid)`;
}
