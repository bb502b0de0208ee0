import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { loadIndicators, replaceObservations } from '../../measurement/index.ts';
import { isCounting } from './count-case.rules.ts';
import { countDays, emptyFor, isOfDays, type CountedDay } from './count-days.rules.ts';
import { readDays, type Span } from './read-days.ts';

/** Under this source stands what is counted of days. */
const daySource = 'case-days';

/** Lets the observations of some days say what the ledgers say of them. Returns how many it wrote or took back. */
export async function observeDays(operation: Operation, span: Span): Promise<number> {
  const counting = (await loadIndicators(operation)).filter(isCounting).filter(isOfDays);
  if (counting.length === 0) return 0;
  const days = await readCalendar(operation, span);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const counts = await readDays(operation, { first: daysBefore(span.first, emptyFor), last: span.last });
  const ids = counting.map(({ id }) => id);
  return replaceObservations(operation, {
    source: daySource,
    standing: sql`o.indicator_id = any(${ids}::uuid[]) and o.at >= ${new Date(first.starts)} and o.at < ${new Date(last.ends)}`,
    by: counting.flatMap((indicator) => countDays(indicator, counts, days)),
  });
}

export function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** Calendar days as instants, in the organisation's zone. */
async function readCalendar({ db, orgId }: Operation, { first, last }: Span): Promise<(CountedDay & { readonly starts: number })[]> {
  const { rows } = await sql<CountedDay & { readonly starts: number }>`
    select d::date::text as day, extract(epoch from d at time zone time_zone)::float8 * 1000 as starts,
      extract(epoch from (d + interval '1 day') at time zone time_zone)::float8 * 1000 as ends,
      coalesce((d + interval '1 day') at time zone time_zone > (select min(opened_at) from service_case where org_id = ${orgId} and not demo), false) as "inUse"
    from organisation, generate_series(${first}::timestamp, ${last}::timestamp, interval '1 day') d where org_id = ${orgId} order by d`.execute(
    db,
  );
  return rows;
}
