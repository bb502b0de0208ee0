import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { CaseFilter, listCases as endpoint } from '@zhiheng/contract/cases/cases';
import { encodeCursor } from '../../platform/cursor.ts';
import type { Operation } from '../../platform/operation.ts';
import { readAgreementsInForce } from '../agreements/index.ts';
import { filterConditions } from './filter-cases.ts';
import { caseColumns, caseNames, caseRowOf, type CaseRecord } from './case-rows.ts';
import { orders, type PageOrder } from './order-cases.ts';
import { visibleTo } from './visible-cases.ts';

const mostCounted = 5_000;

export async function listCases(operation: Operation, { query }: Pick<Parsed<typeof endpoint>, 'query'>): Promise<Reply<typeof endpoint>> {
  const { filter = {}, order: orderName, limit, cursor } = query;
  const order = orders[orderName];
  const { rows } = await pageStatement(operation.orgId, { found: foundBy(operation, filter), order, limit, cursor }).execute(operation.db);
  const total = await countFound(operation, filter, mostCounted);
  const { revision } = await readAgreementsInForce(operation);
  const last = rows.at(limit - 1);
  return {
    items: rows.slice(0, limit).map((row) => caseRowOf(row, { ...operation, revision })),
    next: rows.length > limit && last !== undefined ? encodeCursor(order.keyOf(last)) : null,
    total: Math.min(total, mostCounted),
    more: total > mostCounted,
  };
}

interface Page {
  readonly found: RawBuilder<unknown>;
  readonly order: PageOrder;
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** One page in its order, names joined to its rows only. Where the key may be null, those without come after the others, as a part of their own: so each part follows an index. */
export function pageStatement(orgId: string, { found, order, limit, cursor }: Page): RawBuilder<CaseRecord> {
  const most = limit + 1;
  const parts = order
    .parts(cursor)
    .map((part) => sql`(select c.* from service_case c where ${found} and ${part.after} order by ${part.by} limit ${most})`);
  return sql<CaseRecord>`select ${caseColumns} from (select * from (${sql.join(parts, sql` union all `)}) p limit ${most}) c ${caseNames(orgId)} order by ${order.whole}`;
}

/** How many cases a filter finds; one beyond `most` when there are more. */
export async function countFound(operation: Operation, filter: CaseFilter, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int4 as n from (select 1 from service_case c where ${foundBy(operation, filter)} limit ${most + 1}) found`.execute(
    operation.db,
  );
  return rows[0]?.n ?? 0;
}

const foundBy = (operation: Operation, filter: CaseFilter): RawBuilder<unknown> =>
  sql`c.org_id = ${operation.orgId} and ${visibleTo(operation.actor)} and ${filterConditions(operation, filter)}`;
