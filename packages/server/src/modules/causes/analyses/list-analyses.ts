import { sql, type RawBuilder } from 'kysely';
import type { listAnalyses as endpoint } from '@zhiheng/contract/causes/causes';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { containing } from '../../../platform/database/containing.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { analysisRowOf, joins, rowColumns, type AnalysisRecord } from './analysis-rows.ts';

type Query = Parsed<typeof endpoint>['query'];

export async function listAnalyses({ db, orgId }: Operation, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<AnalysisRecord>`
    select ${rowColumns(orgId)} from cause_analysis a ${joins(orgId)}
    where a.org_id = ${orgId} and a.deleted_at is null and ${conditionsOf(query)} and ${after('a.updated_at', 'a.id', query.cursor)}
    order by a.updated_at desc, a.id desc limit ${query.limit + 1}`.execute(db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(analysisRowOf),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.updatedAt.toISOString(), last.id]) : null,
  };
}

function conditionsOf({ q = '', findingId, method }: Query): RawBuilder<unknown> {
  const text = containing(q.trim());
  const conditions = [
    sql`(a.title ilike ${text} or f.number ilike ${text} or exists (select from jsonb_array_elements(a.tree) n where n ->> 'text' ilike ${text}))`,
    ...(findingId === undefined ? [] : [sql`a.finding_id = ${findingId}`]),
    ...(method === undefined ? [] : [sql`a.method = ${method}`]),
  ];
  return sql.join(conditions, sql` and `);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What follows a cursor of time and id, the latest first. */
export function after(time: string, key: string, cursor: string | undefined): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(${sql.ref(time)}, ${sql.ref(key)}) < (${new Date(at)}::timestamptz, ${id}::uuid)`;
}
