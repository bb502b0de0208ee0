import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { daysBefore, observeDays } from './observe-days.ts';

/** Longer than any save takes from its call to its commit. */
const margin = '10 minutes';
/** Whether a customer came back is judged so many days after the solution: what is touched changes days before it, too. */
const lookBack = 31;
/** One transaction counts so many days. */
const daysAtOnce = 92;

/** Counts days that are over, in every organisation where one is: what was missed while the server was away is caught up. */
export async function sweepDays(root: Db, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_uncounted_days(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) await countDaysOf(root, orgId, { now, all: false });
}

interface Wish {
  readonly now: Date;
  /** also days that nothing has touched since they were counted */
  readonly all: boolean;
}

/** Counts the days of an organisation up to yesterday, from the day on that the oldest case touched since has to do with. Returns how many observations it wrote or took back. */
export async function countDaysOf(root: Db, orgId: string, { now, all }: Wish): Promise<number> {
  const within = <T>(work: (operation: Operation) => Promise<T>): Promise<T> =>
    inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now }));
  const span = await within((operation) => readSpan(operation, all));
  let changed = 0;
  for (let first = span.first; first <= span.last; first = daysBefore(first, -daysAtOnce)) {
    const end = daysBefore(first, 1 - daysAtOnce);
    const last = end < span.last ? end : span.last;
    changed += await within(async (operation) => {
      await hold(operation);
      return observeDays(operation, { first, last });
    });
  }
  await within((operation) => note(operation, span.last));
  return changed;
}

/** Two processes do not count the same day at the same time. */
const hold = ({ db, orgId }: Operation) => sql`select pg_advisory_xact_lock(hashtextextended(${`case-days:${orgId}`}, 0))`.execute(db);

/** The first day that may differ, and yesterday. */
async function readSpan({ db, orgId, now }: Operation, all: boolean): Promise<{ first: string; last: string }> {
  const { rows } = await sql<{ first: string | null; last: string }>`
    with house as (
      select o.time_zone, ((${now}::timestamptz - interval '5 minutes') at time zone o.time_zone)::date - 1 as last, d.through,
        case when ${all} then null else d.counted_at - ${margin}::interval end as since
      from organisation o left join case_day_count d on d.org_id = o.org_id where o.org_id = ${orgId}),
    touched as (
      select min(c.opened_at) as opened_at from service_case c cross join house h where c.org_id = ${orgId} and not c.demo
        and (h.since is null or c.updated_at >= h.since
          -- the first 48 bits of an identifier are the milliseconds of its making: what an import brought keeps its own times
          or c.id >= (lpad(to_hex((extract(epoch from h.since) * 1000)::int8), 12, '0') || '00000000000000000000')::uuid))
    select least((t.opened_at at time zone h.time_zone)::date - ${lookBack}::int4, h.through + 1)::text as first, h.last::text as last
    from house h cross join touched t`.execute(db);
  const [span] = rows;
  if (span === undefined) throw new Error('an organisation vanished');
  return { first: span.first ?? span.last, last: span.last };
}

async function note({ db, orgId, now }: Operation, through: string): Promise<void> {
  await sql`insert into case_day_count (org_id, through, counted_at) values (${orgId}, ${through}::date, ${now})
    on conflict (org_id) do update set through = greatest(case_day_count.through, excluded.through), counted_at = excluded.counted_at`.execute(
    db,
  );
}
