import { sql } from 'kysely';
import type { FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import type { Operation } from '../../../platform/operation.ts';
import type { SessionRecord } from './session-rows.ts';

type Clash = FieldSession['clashes'][number];

/** Other sessions of the same people at the same time, one line for each person. Cancelled ones take nobody's time. */
export async function readClashes(
  { db, orgId }: Operation,
  {
    id,
    state,
    startsAt,
    minutes,
    conductorId,
    raters,
  }: Pick<SessionRecord, 'id' | 'state' | 'startsAt' | 'minutes' | 'conductorId' | 'raters'>,
): Promise<Clash[]> {
  const people = [...new Set([...raters.map((rater) => rater.id), ...(conductorId === null ? [] : [conductorId])])];
  if (people.length === 0 || state === 'cancelled') return [];
  const { rows } = await sql<Omit<Clash, 'startsAt'> & { readonly startsAt: Date }>`
    select e.id as "sessionId", s.name as "studyName", e.number, e.starts_at as "startsAt", e.minutes, a.name as person
    from field_session e
    join field_study s on s.org_id = ${orgId} and s.id = e.study_id and s.deleted_at is null
    join account a on a.org_id = ${orgId} and a.id = any(${people}::uuid[]) and (a.id = e.conductor_id or exists (
      select from field_rater r where r.org_id = ${orgId} and r.session_id = e.id and r.account_id = a.id))
    where e.org_id = ${orgId} and e.deleted_at is null and e.id <> ${id} and e.state <> 'cancelled'
      and e.starts_at > ${startsAt}::timestamptz - interval '1 day' and e.starts_at < ${startsAt}::timestamptz + make_interval(mins => ${minutes})
      and e.starts_at + make_interval(mins => e.minutes) > ${startsAt}::timestamptz
    order by e.starts_at, e.id, a.name limit 50`.execute(db);
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() }));
}
