import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listFieldQuotes as endpoint } from '@zhiheng/contract/fieldwork/codes';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { containing } from '../../../platform/database/containing.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { findStudy } from '../studies/read-study.ts';
import { fromQuotes, quoteColumns, quoteOf, type QuoteRecord } from './quote-rows.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'query'>;

export async function listQuotes(call: Call, { params, query }: Input): Promise<Reply<typeof endpoint>> {
  const { db, orgId } = call;
  await findStudy(call, params.id);
  const conditions = conditionsOf(orgId, params.id, query);
  const { rows } = await sql<QuoteRecord>`
    select ${quoteColumns(orgId)} ${fromQuotes(orgId)} and ${conditions} and ${after(query.cursor)}
    order by e.number, q.begins, q.id limit ${query.limit + 1}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int4 as total ${fromQuotes(orgId)} and ${conditions}`.execute(db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(quoteOf),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([String(last.sessionNumber), String(last.start), last.id]) : null,
    total: counted[0]?.total ?? 0,
  };
}

function conditionsOf(orgId: string, studyId: string, { sessionId, codeId, coderId, lost, q }: Input['query']): RawBuilder<unknown> {
  const coded = (condition: RawBuilder<unknown>) => sql`exists (
    select from field_quote_code x join field_code c on c.org_id = ${orgId} and c.id = x.code_id
    where x.org_id = ${orgId} and x.quote_id = q.id and ${condition})`;
  const conditions = [
    sql`e.study_id = ${studyId}::uuid`,
    ...(sessionId === undefined ? [] : [sql`e.id = ${sessionId}::uuid`]),
    ...(codeId === undefined
      ? []
      : [codeId === 'none' ? sql`not ${coded(sql`true`)}` : coded(sql`${codeId}::uuid in (c.id, c.parent_id)`)]),
    ...(coderId === undefined ? [] : [sql`q.coder_id = ${coderId}::uuid`]),
    ...(lost === undefined ? [] : [sql`q.lost = ${lost === 'true'}`]),
    ...(q === undefined ? [] : [sql`(q.text ilike ${containing(q.trim())} or q.memo ilike ${containing(q.trim())})`]),
  ];
  return sql.join(conditions, sql` and `);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const whole = /^\d{1,9}$/;

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [number = '', start = '', id = ''] = decodeCursor(cursor, 3);
  if (!whole.test(number) || !whole.test(start) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(e.number, q.begins, q.id) > (${Number(number)}, ${Number(start)}, ${id}::uuid)`;
}
