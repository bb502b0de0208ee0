import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { loadIndicators, replaceObservations, type CountedObservation } from '../../measurement/index.ts';
import { eventsOfRows, type ClockRow } from '../clock-rows.rules.ts';
import { isOfDays } from './count-days.rules.ts';
import { countCase, isCounting, type CaseFacts, type CountingIndicator, type PromiseFact } from './count-case.rules.ts';

/** Under this source stands what is counted of single cases; the record key is the number of the case. */
export const caseSource = 'cases';

/** Lets the observations of cases that the caller holds say what the cases say now. Returns how many it wrote or took back. */
export async function observeCases(operation: Operation, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const counting = (await loadIndicators(operation)).filter(isCounting).filter((indicator) => !isOfDays(indicator));
  if (counting.length === 0) return 0;
  const cases = await readFacts(operation, ids);
  if (cases.length === 0) return 0;
  const by = cases.flatMap((facts) => counting.flatMap((indicator) => observationsOf(indicator, facts)));
  const opened = new Date(Math.min(...cases.map(({ openedAt }) => openedAt.getTime())));
  const keys = cases.map(({ number }) => number);
  return replaceObservations(operation, {
    source: caseSource,
    standing: sql`o.record_key = any(${keys}::text[]) and o.at >= ${opened} and o.indicator_id = any(${counting.map(({ id }) => id)}::uuid[])`,
    by,
  });
}

function observationsOf(indicator: CountingIndicator, facts: CaseFacts): CountedObservation[] {
  const { service, team, site, segment } = facts;
  return countCase(indicator, facts).map(({ at, value, n }) => ({
    ...{ key: facts.number, indicatorId: indicator.id, subject: { service, team, site, segment }, at: at * 1000 },
    ...{ value, n },
  }));
}

interface Row extends Omit<CaseFacts, 'events'> {
  readonly openedAt: Date;
  readonly happened: readonly (Omit<ClockRow, 'at'> & { readonly at: string })[];
}

/** Cases of the demo data are counted by the demo's own observations. */
async function readFacts({ db, orgId }: Operation, ids: readonly string[]): Promise<(CaseFacts & { openedAt: Date })[]> {
  const { rows } = await sql<Row>`/* read-case-facts */
    select c.id, c.number, c.type, c.priority, c.status, coalesce(r.ratings, '[]'::jsonb) as ratings, c.service_id as service, c.team_id as team, c.site_id as site,
      c.segment_id as segment, c.opened_at as "openedAt", coalesce(e.happened, '[]'::jsonb) as happened, coalesce(k.promises, '[]'::jsonb) as promises
    from service_case c
    cross join lateral (
      select jsonb_agg(jsonb_build_object('at', at, 'status', status, 'party', party, 'detail', detail) order by seq) as happened
      from clock_event where org_id = ${orgId} and case_id = c.id) e
    cross join lateral (
      select jsonb_agg(jsonb_build_object('target', target, 'cycle', cycle, 'state', state, 'used', used_seconds,
        'ended', extract(epoch from ended_at)::int8, 'breached', extract(epoch from breached_at)::int8) order by agreement_id, target, cycle) as promises
      from case_clock where org_id = ${orgId} and case_id = c.id and agreement_id in (
        select id from agreement where org_id = ${orgId} and kind = 'sla')) k
    cross join lateral (
      select jsonb_agg(jsonb_build_object('resolution', resolution, 'value', value) order by resolution) as ratings
      from case_rating where org_id = ${orgId} and case_id = c.id) r
    where c.org_id = ${orgId} and c.id = any(${[...ids]}::uuid[]) and not c.demo`.execute(db);
  return rows.map(({ happened, ...row }) => ({
    ...row,
    promises: row.promises as readonly PromiseFact[],
    events: eventsOfRows(happened.map((event) => ({ ...event, at: new Date(event.at) }))),
  }));
}
