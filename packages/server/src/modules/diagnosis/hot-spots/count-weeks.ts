import { sql, type RawBuilder } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { SpotBy } from '@zhiheng/contract/diagnosis/signals';
import { houseDay } from '../../../platform/database/house-day.ts';
import type { Operation } from '../../../platform/operation.ts';

export interface WeekCounts {
  readonly id: string;
  readonly name: LocalText;
  /** the oldest first; the last one is the week in question */
  readonly counts: readonly number[];
}

export interface CountWish {
  readonly of: 'complaints' | 'cases';
  readonly by: SpotBy;
  /** weeks of history */
  readonly weeks: number;
}

/** The Monday of the last whole week of the house. */
export async function lastWholeWeek(operation: Operation): Promise<string> {
  const today = Temporal.PlainDate.from(await houseDay(operation, operation.now));
  return today.subtract({ days: today.dayOfWeek + 6 }).toString();
}

const tables: Readonly<Record<SpotBy, RawBuilder<unknown>>> = {
  category: sql`case_category`,
  service: sql`service`,
  site: sql`site`,
};
const columns: Readonly<Record<SpotBy, RawBuilder<unknown>>> = {
  category: sql`c.category_id`,
  service: sql`c.service_id`,
  site: sql`c.site_id`,
};

/**
 * Cases of each week by what they belong to, weeks without any as 0. What is restricted is counted like all else: a number names nobody. A house that
 * has kept cases for fewer weeks has no zeros from before.
 */
export async function countWeeks({ db, orgId }: Operation, week: string, { of, by, weeks }: CountWish): Promise<WeekCounts[]> {
  const types = of === 'complaints' ? ['complaint'] : ['incident', 'request', 'question', 'complaint', 'adverse-event'];
  const { rows } = await sql<{ id: string; name: LocalText; counts: number[] }>`
    with zone as (select time_zone from organisation where org_id = ${orgId}),
    begun as (select date_trunc('week', min(c.opened_at) at time zone z.time_zone)::date as first
      from service_case c cross join zone z where c.org_id = ${orgId} group by z.time_zone),
    week as (select w::date as monday from begun,
      generate_series(greatest(${week}::date - 7 * ${weeks}::int, begun.first), ${week}::date, interval '7 days') w),
    counted as (
      select ${columns[by]} as id, date_trunc('week', c.opened_at at time zone z.time_zone)::date as monday, count(*)::int4 as n
      from service_case c cross join zone z
      where c.org_id = ${orgId} and c.type = any(${types}::text[]) and c.status <> 'merged' and ${columns[by]} is not null
        and c.opened_at >= (${week}::date - 7 * ${weeks}::int)::timestamp at time zone z.time_zone
        and c.opened_at < (${week}::date + 7)::timestamp at time zone z.time_zone
      group by 1, 2)
    select g.id, t.name, array_agg(coalesce(k.n, 0) order by w.monday) as counts
    from (select distinct id from counted) g
    join ${tables[by]} t on t.org_id = ${orgId} and t.id = g.id
    cross join week w left join counted k on k.id = g.id and k.monday = w.monday
    group by g.id, t.name order by g.id`.execute(db);
  return rows;
}
