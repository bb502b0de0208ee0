import { sql, type RawBuilder } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** What makes an observation good: its share itself, the rest of it, or a limit in stored units. */
export type GoodWhen = { readonly kind: 'yes' } | { readonly kind: 'no' } | { readonly kind: 'lte' | 'gte'; readonly value: number };

export interface CountQuery {
  readonly indicatorId: string;
  /** only records of this source with this key; otherwise all that were observed for the service */
  readonly record?: { readonly source: string; readonly key: string };
  readonly serviceId: string;
  readonly from: Date;
  readonly to: Date;
  readonly good: GoodWhen;
}

/** Counts of one minute since 1970. */
export interface MinuteCount {
  readonly minute: number;
  readonly good: number;
  readonly total: number;
}

/** How many were good of how many, per minute that has an observation, ascending. */
export async function countGood({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, query: CountQuery): Promise<MinuteCount[]> {
  const { indicatorId, from, to } = query;
  const { rows } = await sql<MinuteCount>`
    select floor(extract(epoch from o.at) / 60)::int4 as minute, sum(${goodOf(query.good)})::int8 as good, sum(o.n)::int8 as total
    from observation o
    where o.org_id = ${orgId} and o.indicator_id = ${indicatorId} and o.at >= ${from} and o.at < ${to} and ${recordsOf(orgId, query)}
    group by 1 order by 1`.execute(db);
  return rows;
}

const recordsOf = (orgId: string, { record, serviceId }: CountQuery): RawBuilder<unknown> =>
  record === undefined
    ? sql`o.subject_id in (select id from subject where org_id = ${orgId} and service_id = ${serviceId})`
    : sql`o.record_key = ${record.key} and o.source_id = (select id from source where org_id = ${orgId} and code = ${record.source})`;

function goodOf(good: GoodWhen): RawBuilder<unknown> {
  switch (good.kind) {
    case 'yes':
      return sql`o.value`;
    case 'no':
      return sql`o.n - o.value`;
    case 'lte':
      return sql`case when o.value <= ${good.value} then o.n else 0 end`;
    case 'gte':
      return sql`case when o.value >= ${good.value} then o.n else 0 end`;
    default:
      return good satisfies never;
  }
}
