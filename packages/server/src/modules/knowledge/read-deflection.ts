import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { articleDeflection as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import { wilsonInterval } from '@zhiheng/stats/intervals';
import type { Operation } from '../../platform/operation.ts';

type Query = Parsed<typeof endpoint>['query'];

interface Counts {
  readonly offers: number;
  readonly opened: number;
  readonly solved: number;
  readonly caseOpened: number;
}

/** What became of the offers of some days, in months of the organisation's zone. */
export async function readDeflection(operation: Operation, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const months = await countMonths(operation, query);
  const sum = (field: keyof Counts): number => months.reduce((total, month) => total + month[field], 0);
  const whole = { offers: sum('offers'), opened: sum('opened'), solved: sum('solved'), caseOpened: sum('caseOpened') };
  return { ...rated(whole), months: months.map(rated) };
}

async function countMonths({ db, orgId }: Operation, { from, to, serviceId, channel }: Query): Promise<(Counts & { month: string })[]> {
  const { rows } = await sql<Counts & { month: string }>`
    with days as (
      select time_zone, ${from}::date::timestamp at time zone time_zone as first, (${to}::date + 1)::timestamp at time zone time_zone as next
      from organisation where org_id = ${orgId}
    ), opened as (
      select distinct i.offer_id from article_offer_item i where i.org_id = ${orgId} and i.opened_at is not null
    )
    select to_char(o.at at time zone d.time_zone, 'YYYY-MM') as month, count(*)::int4 as offers, count(p.offer_id)::int4 as opened,
      count(*) filter (where o.outcome = 'solved')::int4 as solved, count(*) filter (where o.outcome = 'case-opened')::int4 as "caseOpened"
    from article_offer o cross join days d left join opened p on p.offer_id = o.id
    where o.org_id = ${orgId} and o.at >= d.first and o.at < d.next
      and (${serviceId ?? null}::uuid is null or o.service_id = ${serviceId ?? null}::uuid)
      and (${channel ?? null}::text is null or o.channel = ${channel ?? null}::text)
    group by 1 order by 1`.execute(db);
  return rows;
}

function rated<C extends Counts>(counts: C) {
  const { offers, solved } = counts;
  const [low, high] = wilsonInterval(solved, offers) ?? [null, null];
  return { ...counts, rate: offers === 0 ? null : solved / offers, low, high };
}
