import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listCustomers as endpoint } from '@zhiheng/contract/customers/customers';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { containing } from '../../platform/database/containing.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { isMasked } from './mask.rules.ts';
import { selectCustomers, shownTo } from './select-customers.ts';

type Query = Parsed<typeof endpoint>['query'];

export async function listCustomers(call: Call, { query }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { db, orgId } = call;
  const found = sql`${foundBy(call, query.q)} and ${inSegment(orgId, query.segmentId)} and ${ofKind(query.kind)}`;
  const { key, descending } = orders[query.order];
  const after = query.cursor === undefined ? sql`true` : await afterCursor(call, query.cursor, orders[query.order]);
  const direction = descending ? sql`desc` : sql`asc`;
  const page = sql`order by ${key} ${direction}, c.id ${direction} limit ${query.limit + 1}`;
  const customers = await selectCustomers(call, sql`${found} and ${after}`, page);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int4 as n from customer c where c.org_id = ${orgId} and c.deleted_at is null and ${found}`.execute(db);
  const items = customers.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((customer) => shownTo(call, customer)),
    next: customers.length > query.limit && last !== undefined ? encodeCursor([last.id]) : null,
    total: rows[0]?.n ?? 0,
  };
}

interface Order {
  readonly key: RawBuilder<unknown>;
  readonly descending: boolean;
}

/** What has no value comes last. */
const orders = {
  name: { key: sql`c.name`, descending: false },
  code: { key: sql`c.code`, descending: false },
  value: { key: sql`coalesce(c.annual_value, -1)`, descending: true },
  since: { key: sql`coalesce(c.since, date '9999-12-31')`, descending: false },
  updated: { key: sql`c.updated_at`, descending: true },
} as const satisfies Record<Query['order'], Order>;

/** The cursor is the last customer's id and no value of it: a cursor is no way around the mask. */
async function afterCursor({ db, orgId }: Call, cursor: string, { key, descending }: Order): Promise<RawBuilder<unknown>> {
  const [id] = decodeCursor(cursor, 1);
  const { rows } = await sql<{ id: string }>`select id from customer where org_id = ${orgId} and id::text = ${id}`.execute(db);
  const [last] = rows;
  if (last === undefined) throw invalidField('cursor', 'cursor');
  const place = sql`(select ${key}, c.id from customer c where c.org_id = ${orgId} and c.id = ${last.id})`;
  return descending ? sql`(${key}, c.id) < ${place}` : sql`(${key}, c.id) > ${place}`;
}

/** Who sees masked values finds by what is not masked. */
function foundBy({ actor }: Call, q: string | undefined): RawBuilder<unknown> {
  if (q === undefined || q === '') return sql`true`;
  const text = containing(q);
  if (isMasked(actor)) return sql`(c.code ilike ${text} or (c.kind = 'organisation' and c.name ilike ${text}))`;
  const digits = q.replaceAll(/[\s()+-]/g, '');
  const byNumber = /^\d{4,}$/.test(digits)
    ? sql`regexp_replace(c.phone, '\\D', '', 'g') like ${containing(digits)} or c.contacts::text like ${containing(digits)}`
    : sql`c.phone ilike ${text}`;
  return sql`(c.name ilike ${text} or c.code ilike ${text} or c.email ilike ${text} or ${byNumber}
    or exists (select 1 from jsonb_array_elements(c.contacts) p where p ->> 'name' ilike ${text} or p ->> 'email' ilike ${text}))`;
}

function inSegment(orgId: string, segmentId: Query['segmentId']): RawBuilder<unknown> {
  if (segmentId === undefined) return sql`true`;
  const standing = sql`select s.id from segment s where s.org_id = ${orgId} and s.deleted_at is null`;
  return segmentId === 'none'
    ? sql`(c.segment_id is null or c.segment_id not in (${standing}))`
    : sql`(c.segment_id = ${segmentId} and c.segment_id in (${standing}))`;
}

const ofKind = (kind: Query['kind']): RawBuilder<unknown> => (kind === undefined ? sql`true` : sql`c.kind = ${kind}`);
