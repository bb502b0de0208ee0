import { sql, type RawBuilder } from 'kysely';
import type { Benchmark, Indicator, Limits } from '@zhiheng/contract/measurement/indicators';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { limitsAt } from '../load-indicators.ts';

/** An indicator with all versions of its limits, by day. */
export type IndicatorWithHistory = Indicator & { readonly history: Limits[] };

interface Row extends Omit<IndicatorWithHistory, 'limits' | 'updatedAt'> {
  readonly today: string;
  readonly updatedAt: Date;
  readonly benchmarks: Benchmark[];
}

/** Indicators that are not in the trash, by code, with the limits of today. `condition` speaks of `i`. */
export async function selectIndicators(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  condition: RawBuilder<unknown>,
): Promise<IndicatorWithHistory[]> {
  const { rows } = await sql<Row>`
    select i.id, i.code, i.name, i.definition, i.dimension, i.perspective, i.measure, i.unit, i.decimals, i.direction, i.aggregate, i.period,
      i.formula, i.plausible_min as "plausibleMin", i.plausible_max as "plausibleMax", i.source, i.target_source as "targetSource", i.counted_from as "countedFrom",
      i.owner_id as "ownerId", a.name as "ownerName", i.version, i.updated_at as "updatedAt", (now() at time zone o.time_zone)::date as today,
      coalesce(l.versions, '[]') as history, coalesce(b.benchmarks, '[]') as benchmarks
    from indicator i
    join organisation o on o.org_id = i.org_id
    left join account a on a.org_id = i.org_id and a.id = i.owner_id
    left join (
      select indicator_id, json_agg(json_build_object('version', version, 'validFrom', valid_from, 'target', target,
        'warning', warning, 'critical', critical) order by valid_from) as versions
      from indicator_limits where org_id = ${orgId} group by indicator_id
    ) l on l.indicator_id = i.id
    left join (
      select indicator_id, json_agg(json_build_object('id', id, 'kind', kind, 'value', value, 'source', source, 'url', url,
        'asOf', as_of) order by as_of desc, id) as benchmarks
      from benchmark where org_id = ${orgId} group by indicator_id
    ) b on b.indicator_id = i.id
    where i.org_id = ${orgId} and i.deleted_at is null and ${condition}
    order by i.code`.execute(db);
  return rows.map(({ today, ...row }) => ({
    ...row,
    limits: limitsAt({ limits: row.history }, today),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

export async function readIndicator(operation: Pick<Operation, 'db' | 'orgId'>, code: string): Promise<IndicatorWithHistory> {
  const [indicator] = await selectIndicators(operation, sql`i.code = ${code}`);
  if (indicator === undefined) throw notFound('indicator');
  return indicator;
}

/** Holds an indicator that is not in the trash until the transaction ends. */
export async function lockIndicator(operation: Pick<Operation, 'db' | 'orgId'>, code: string): Promise<IndicatorWithHistory> {
  const { db, orgId } = operation;
  const row = await db
    .selectFrom('indicator')
    .select('id')
    .where('org_id', '=', orgId)
    .where('code', '=', code)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('indicator');
  return readIndicator(operation, code);
}
