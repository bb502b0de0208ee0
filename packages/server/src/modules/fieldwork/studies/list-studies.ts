import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listFieldStudies as endpoint } from '@zhiheng/contract/fieldwork/studies';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { containing } from '../../../platform/database/containing.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { fromStudies, rowColumns, studyRowOf, type StudyRecord } from './study-rows.ts';

type Query = Parsed<typeof endpoint>['query'];

export async function listStudies(call: Call, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<StudyRecord>`
    select ${rowColumns} ${fromStudies(call)} and ${conditionsOf(query)} and ${after(query.cursor)}
    order by s.updated_at desc, s.id desc limit ${query.limit + 1}`.execute(call.db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(studyRowOf),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.updatedAt.toISOString(), last.id]) : null,
  };
}

function conditionsOf({ q = '', kind, state, serviceId }: Query): RawBuilder<unknown> {
  const text = containing(q.trim());
  const conditions = [
    sql`(s.code ilike ${text} or s.name ->> 'zh' ilike ${text} or s.name ->> 'en' ilike ${text})`,
    ...(kind === undefined ? [] : [sql`s.kind = ${kind}`]),
    ...(state === undefined ? [] : [sql`s.state = ${state}`]),
    ...(serviceId === undefined ? [] : [sql`s.service_id = ${serviceId}::uuid`]),
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
