import { sql, type RawBuilder } from 'kysely';
import type { FailureSummary, listFailures as endpoint } from '@zhiheng/contract/causes/service-failures';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { meanInterval } from '@zhiheng/stats/intervals';
import { encodeCursor } from '../../../platform/cursor.ts';
import { containing } from '../../../platform/database/containing.ts';
import type { Operation } from '../../../platform/operation.ts';
import { after } from '../analyses/list-analyses.ts';
import { failureColumns, failureJoins, failureOf, type FailureRecord } from './read-failure.ts';

type Query = Parsed<typeof endpoint>['query'];

export async function listFailures({ db, orgId }: Operation, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const wanted = sql`x.org_id = ${orgId} and x.deleted_at is null and ${conditionsOf(query)}`;
  const { rows } = await sql<FailureRecord>`
    select ${failureColumns} from service_failure x ${failureJoins(orgId)}
    where ${wanted} and ${after('x.began_at', 'x.id', query.cursor)}
    order by x.began_at desc, x.id desc limit ${query.limit + 1}`.execute(db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(failureOf),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.beganAt.toISOString(), last.id]) : null,
    summary: await summarise(db, wanted),
  };
}

function conditionsOf({ q = '', serviceId, detectedBy, state }: Query): RawBuilder<unknown> {
  const text = containing(q.trim());
  const conditions = [
    sql`(x.failed ilike ${text} or x.effect ilike ${text})`,
    ...(serviceId === undefined ? [] : [sql`x.service_id = ${serviceId}`]),
    ...(detectedBy === undefined ? [] : [sql`x.detected_by = ${detectedBy}`]),
    ...(state === undefined ? [] : [state === 'lasting' ? sql`x.restored_at is null` : sql`x.restored_at is not null`]),
  ];
  return sql.join(conditions, sql` and `);
}

interface Sums {
  readonly total: number;
  readonly lasting: number;
  readonly withoutCause: number;
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

async function summarise(db: Operation['db'], wanted: RawBuilder<unknown>): Promise<FailureSummary> {
  const { rows } = await sql<Sums>`
    select count(*)::int4 as total, count(*) filter (where seconds is null)::int4 as lasting,
      count(*) filter (where cause_node_id is null)::int4 as "withoutCause", count(seconds)::int4 as n,
      coalesce(sum(seconds), 0)::float8 as sum, coalesce(sum(seconds * seconds), 0)::float8 as squares
    from (select x.cause_node_id, extract(epoch from x.restored_at - x.began_at)::float8 as seconds from service_failure x where ${wanted}) y`.execute(
    db,
  );
  const { total = 0, lasting = 0, withoutCause = 0, ...moments } = rows[0] ?? { n: 0, sum: 0, squares: 0 };
  const interval = meanInterval(moments);
  return {
    ...{ total, lasting, withoutCause },
    meanSeconds: moments.n === 0 ? null : moments.sum / moments.n,
    interval: interval === null ? null : [Math.max(0, interval[0]), interval[1]],
  };
}
