import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listSurveys as endpoint } from '@zhiheng/contract/surveys/surveys';
import { containing } from '../../platform/database/containing.ts';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { fromSurveys, rowColumns, surveyRowOf, type SurveyRecord } from './survey-rows.ts';

type Query = Parsed<typeof endpoint>['query'];

/** What a list is sorted by, and what stands in a cursor for it. Ties are broken by the id. */
interface Order {
  readonly key: RawBuilder<unknown>;
  readonly type: RawBuilder<unknown>;
  readonly falling: boolean;
}

const byName: Readonly<Record<Query['locale'], Order>> = {
  zh: { key: sql`(s.name ->> 'zh') collate "zh-x-icu"`, type: sql`text`, falling: false },
  en: { key: sql`(s.name ->> 'en') collate "en-x-icu"`, type: sql`text`, falling: false },
};

function orderOf({ order, locale }: Query): Order {
  switch (order) {
    case 'changed':
      return { key: sql`s.updated_at`, type: sql`timestamptz`, falling: true };
    case 'answers':
      return { key: sql`r.responses`, type: sql`int4`, falling: true };
    case 'last':
      return { key: sql`coalesce(r.last, '-infinity')`, type: sql`timestamptz`, falling: true };
    case 'name':
      return byName[locale];
    default:
      return order satisfies never;
  }
}

export async function listSurveys(operation: Operation, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const order = orderOf(query);
  const way = order.falling ? sql`desc` : sql`asc`;
  const { rows } = await sql<SurveyRecord & { readonly place: string }>`
    select ${rowColumns}, (${order.key})::text as place ${fromSurveys(operation)} and ${conditionsOf(query)} and ${after(query, order)}
    order by ${order.key} ${way}, s.id ${way} limit ${query.limit + 1}`.execute(operation.db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(({ place: _place, ...row }) => surveyRowOf(row)),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([query.order, last.place, last.id]) : null,
  };
}

function conditionsOf({ q = '', state, serviceId }: Query): RawBuilder<unknown> {
  const text = containing(q.trim());
  const conditions = [
    sql`(s.code ilike ${text} or s.name ->> 'zh' ilike ${text} or s.name ->> 'en' ilike ${text})`,
    ...(state === undefined ? [] : [sql`s.state = ${state}`]),
    ...(serviceId === undefined ? [] : [sql`s.service_id = ${serviceId}::uuid`]),
  ];
  return sql.join(conditions, sql` and `);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor belongs to the order in which it was given. */
function after({ cursor, order: asked }: Query, { key, type, falling }: Order): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [order = '', place = '', id = ''] = decodeCursor(cursor, 3);
  if (order !== asked || !isPlace(asked, place) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(${key}, s.id) ${falling ? sql`<` : sql`>`} (${place}::${type}, ${id}::uuid)`;
}

function isPlace(order: Query['order'], place: string): boolean {
  if (order === 'name') return true;
  return order === 'answers' ? /^\d{1,9}$/.test(place) : place === '-infinity' || !Number.isNaN(Date.parse(place));
}
