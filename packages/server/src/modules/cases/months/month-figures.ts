import { sql } from 'kysely';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { Interval } from '@zhiheng/sla-clock/calendar';
import { monthlyCredit } from '@zhiheng/sla-clock/credit';
import { attainmentOf, monthInterval, type Figures, type Month } from '@zhiheng/sla-clock/month';
import type { Operation } from '../../../platform/operation.ts';
import { dateOf } from '../clock-rows.rules.ts';

interface Asked extends Interval {
  readonly agreementId: string;
  readonly zone: string;
  readonly credit: AgreementDefinition['credit'];
}

/** The figures of each month as they are counted now, from what is stored of the ledgers. */
export async function readMonthFigures(operation: Operation, asked: Asked): Promise<ReadonlyMap<Month, Figures>> {
  const decided = await readDecided(operation, asked);
  const excluded = await readExcluded(operation, asked);
  const figures = new Map<Month, Record<string, Figures[string]>>();
  const of = (month: Month) => figures.get(month) ?? figures.set(month, {}).get(month) ?? {};
  for (const [key, rows] of grouped(decided, ({ month, target }) => `${month}/attainment/${target}`)) {
    const { n, share } = attainmentOf(sum(rows.map(({ met }) => met)), sum(rows.map(({ breached }) => breached)));
    of(key.slice(0, 7))[key.slice(8)] = { value: share, n };
  }
  const owed = decided.flatMap((row) =>
    row.contractId === null || row.price === null || row.breached === 0 ? [] : [{ ...row, price: row.price }],
  );
  for (const [key, rows] of grouped(owed, ({ month, contractId }) => `${month}/credit/${contractId ?? ''}`)) {
    const month = key.slice(0, 7);
    const breaches = sum(rows.map(({ breached }) => breached));
    const amount = creditAmount(breaches, { month, price: rows[0]?.price ?? 0, ...asked });
    if (amount !== null) of(month)[key.slice(8)] = { value: amount, n: breaches };
  }
  for (const { month, seconds, n } of excluded) of(month).excluded = { value: seconds, n };
  return figures;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

interface Owed extends Pick<Asked, 'zone' | 'credit'> {
  readonly month: Month;
  readonly price: number;
}

/** In the unit of the price; null where the agreement gives nothing back. */
function creditAmount(count: number, { month, price, zone, credit }: Owed): number | null {
  if (credit === null) return null;
  const { from: at } = monthInterval(month, zone);
  const breaches = Array.from({ length: count }, (_, index) => ({ id: String(index), at }));
  const terms = { perBreach: credit.percentPerBreach, monthlyCap: credit.monthlyCapPercent };
  return monthlyCredit(breaches, { month, zone, fee: Math.round(price * 100), terms }).amount / 100;
}

interface Decided {
  readonly month: Month;
  readonly target: string;
  readonly contractId: string | null;
  readonly price: number | null;
  readonly met: number;
  readonly breached: number;
}

/** A promise belongs to the month in which its clock stopped in time, or its deadline passed. */
async function readDecided({ db, orgId, now }: Operation, { agreementId, from, to, zone }: Asked): Promise<readonly Decided[]> {
  const { rows } = await sql<Decided>`/* clock-month-figures */
    with decided as (
      select k.target, k.case_id, late.at is null as met, coalesce(late.at, k.ended_at) as at
      from case_clock k cross join lateral (
        select coalesce(k.breached_at, case when k.ended_at is null and k.due_at <= ${now} then k.due_at end) as at) late
      where k.org_id = ${orgId} and k.agreement_id = ${agreementId} and k.state not in ('cancelled', 'reset') and (late.at is not null or k.state = 'met'))
    select to_char(d.at at time zone ${zone}, 'YYYY-MM') as month, d.target, p.id as "contractId", p.monthly_price as price,
      count(*) filter (where d.met)::int4 as met, count(*) filter (where not d.met)::int4 as breached
    from decided d join service_case c on c.org_id = ${orgId} and c.id = d.case_id
    left join service_contract p on p.org_id = ${orgId} and p.id = c.contract_id
    where d.at >= ${dateOf(from)} and d.at < ${dateOf(to)} group by 1, 2, 3, 4`.execute(db);
  return rows;
}

interface Excluded {
  readonly month: Month;
  readonly seconds: number;
  readonly n: number;
}

async function readExcluded({ db, orgId }: Operation, { agreementId, from, to, zone }: Asked): Promise<readonly Excluded[]> {
  const { rows } = await sql<Excluded>`
    with excluded as (
      select (e.detail -> 'excluded' ->> 'from')::float8 as began, (e.detail -> 'excluded' ->> 'to')::float8 as ended
      from clock_event e where e.org_id = ${orgId} and e.detail ? 'excluded'
        and exists (select from case_clock k where k.org_id = ${orgId} and k.case_id = e.case_id and k.agreement_id = ${agreementId}))
    select to_char(to_timestamp(began) at time zone ${zone}, 'YYYY-MM') as month, sum(ended - began)::float8 as seconds, count(*)::int4 as n
    from excluded where began >= ${from}::float8 and began < ${to}::float8 group by 1`.execute(db);
  return rows;
}
