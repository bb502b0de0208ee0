import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** So many cases of an organisation as two texts: a line per event and a line per stored clock, in the order of the cases. Rows as objects would take several times as long to read. */
export interface HistoryPage {
  readonly cases: number;
  readonly last: string | null;
  readonly events: string;
  readonly clocks: string;
}

interface Asked {
  readonly after: string;
  readonly most: number;
  /** fields of an opening that no agreement looks at */
  readonly ignored: readonly string[];
}

/** Reads what happened to some cases and what is stored of their clocks, as narrow as the clock needs it. */
export async function readHistory({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, { after, most, ignored }: Asked): Promise<HistoryPage> {
  const { rows } = await sql<HistoryPage>`/* read-history */
    with page as materialized (select id from service_case where org_id = ${orgId} and id > ${after} order by id limit ${most}),
    bounds as materialized (select count(*)::int4 as cases, (select id from page order by id desc limit 1) as last from page)
    select b.cases, b.last,
      (select coalesce(string_agg(e.line, E'\n'), '') from (
        select case when seq = 1 then case_id::text else '' end || '|' || date_part('epoch', at)::int8 || '|' || coalesce(status, '') || '|' || coalesce(party, '') || '|' || case
            when detail is null then '0'
            when seq = 1 then case when detail ? 'message' then '1' else '0' end || '|' || ((detail -> 'fields') - ${[...ignored]}::text[])::text
            when detail ?| array['fields', 'merged', 'excluded', 'replyNotNeeded'] or detail -> 'message' ?| array['asksForReply', 'automatic'] then 'x'
            when detail -> 'message' ->> 'from' = 'customer' then '1'
            when detail -> 'message' @> '{"from": "team", "visibleToCustomer": true}' then '2' else '0' end as line
        from clock_event where org_id = ${orgId} and case_id > ${after} and case_id <= b.last order by case_id, seq) e) as events,
      (select coalesce(string_agg(k.line, E'\n'), '') from (
        select case_id || '|' || ${clockText} as line
        from case_clock where org_id = ${orgId} and case_id > ${after} and case_id <= b.last order by case_id, agreement_id, target, cycle) k) as clocks
    from bounds b`.execute(db);
  const [page] = rows;
  if (page === undefined) throw new Error('a row of one was expected');
  return page;
}

const seconds = (column: string): string => `coalesce(date_part('epoch', ${column})::int8::text, '')`;

/** All that a replay says of a clock. */
const clockText = sql.raw(
  `target || '|' || cycle || '|' || state || '|' || agreement_id || '|' || version || '|' || goal_seconds || '|' || used_seconds || '|' || ` +
    ['started_at', 'due_at', 'counted_at', 'breached_at', 'ended_at', 'next_step_at'].map(seconds).join(` || '|' || `),
);
