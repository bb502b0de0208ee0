import { sql, type RawBuilder } from 'kysely';
import type { CaseLimits } from '@zhiheng/contract/cases/case-settings';
import type { Operation } from '../../../platform/operation.ts';
import { readCaseSettings } from '../settings/read-settings.ts';

/** Cases of a day that have everything in common that an indicator may ask for. `ends` is the first instant after the day, in epoch milliseconds. */
export interface DayCount {
  readonly quantity: string;
  readonly day: string;
  readonly ends: number;
  readonly type: string;
  readonly priority: string;
  readonly service: string | null;
  readonly team: string | null;
  readonly site: string | null;
  readonly segment: string | null;
  readonly n: number;
  /** how many of them are as asked; of `backlog` the sum of their ages in seconds */
  readonly value: number;
}

/** A customer who complains of the same service within so many days was not helped. */
const repeatedWithin = 30;

export interface Span {
  /** calendar days of the organisation */
  readonly first: string;
  readonly last: string;
}

const dims = sql.raw('type, priority, service_id as service, team_id as team, site_id as site, segment_id as segment');
const hours = (count: number): RawBuilder<unknown> => sql`${count} * interval '1 hour'`;
const comesBack = sql`${repeatedWithin} * interval '1 day'`;

/** What the ledgers say of each day. Withdrawn cases count nowhere, those of the demo neither. */
export async function readDays(operation: Operation, { first, last }: Span): Promise<DayCount[]> {
  const { db, orgId, now } = operation;
  const { settings } = await readCaseSettings(operation);
  const { rows } = await sql<DayCount>`
    with zone as (
      select time_zone, date_trunc('day', (${now}::timestamptz - interval '5 minutes') at time zone time_zone) at time zone time_zone as today
      from organisation where org_id = ${orgId}),
    days as materialized (
      select d::date as day, d at time zone time_zone as starts, (d + interval '1 day') at time zone time_zone as ends
      from zone, generate_series(${first}::timestamp, ${last}::timestamp, interval '1 day') d),
    cases as materialized (
      select c.id, c.type, c.priority, c.service_id, c.team_id, c.site_id, c.segment_id, c.customer_id, c.opened_at, c.first_replied_at
      from service_case c where c.org_id = ${orgId} and not c.demo and c.status not in ('cancelled', 'merged')),
    spells as materialized (
      select case_id, at, status in ('resolved', 'following-up', 'closed') as done, lead(at) over (partition by case_id order by seq) as next
      from clock_event where org_id = ${orgId} and status is not null),
    solved as materialized (select case_id, min(at) as first_at from spells where done group by case_id),
    counted as (${judgedMoments(orgId, settings)})
    select quantity, d.day::text as day, extract(epoch from d.ends)::float8 * 1000 as ends, type, priority, service, team, site, segment,
      count(*)::int4 as n, count(*) filter (where is_so)::int4 as value
    from counted k join days d on k.moment >= d.starts and k.moment < d.ends
    group by quantity, d.day, d.ends, type, priority, service, team, site, segment
    union all
    select 'backlog', d.day::text, extract(epoch from d.ends)::float8 * 1000, ${dims}, count(*)::int4,
      sum(floor(extract(epoch from d.ends - c.opened_at)))::float8
    from days d join spells s on s.at < d.ends and (s.next is null or s.next >= d.ends) and not s.done join cases c on c.id = s.case_id
    group by d.day, d.ends, c.type, c.priority, c.service_id, c.team_id, c.site_id, c.segment_id`.execute(db);
  return rows;
}

/** Each thing that is judged, at the moment on whose day it counts, and whether it is as it should be. */
const judgedMoments = (orgId: string, { responseHours, resultHours }: CaseLimits): RawBuilder<unknown> => sql`
  select 'opened' as quantity, c.opened_at as moment, ${dims}, true as is_so from cases c
  union all
  select 'answered-in-time', c.opened_at + ${hours(responseHours)}, ${dims}, coalesce(c.first_replied_at <= c.opened_at + ${hours(responseHours)}, false)
  from cases c
  union all
  select 'settled-in-time', c.opened_at + ${hours(resultHours)}, ${dims}, coalesce(s.first_at <= c.opened_at + ${hours(resultHours)}, false)
  from cases c left join solved s on s.case_id = c.id
  union all
  select 'repeated', s.first_at, ${dims}, exists (
    select from cases o where o.customer_id = c.customer_id and o.type = c.type and o.id <> c.id and o.service_id is not distinct from c.service_id
      and o.opened_at > s.first_at and o.opened_at <= s.first_at + ${comesBack})
  from cases c join solved s on s.case_id = c.id where s.first_at + ${comesBack} < (select today from zone)
  union all
  select 'followed-up', f.due_on::timestamp at time zone z.time_zone, ${dims}, coalesce((f.done_at at time zone z.time_zone)::date <= f.due_on, false)
  from zone z, case_follow_up f join cases c on c.id = f.case_id where f.org_id = ${orgId}`;
