import { sql, type RawBuilder } from 'kysely';
import type { FieldSessionRow } from '@zhiheng/contract/fieldwork/sessions';
import type { Operation } from '../../../platform/operation.ts';

/** A row of sessions as it is read. */
export interface SessionRecord extends Omit<FieldSessionRow, 'startsAt' | 'updatedAt'> {
  readonly startsAt: Date;
  readonly updatedAt: Date;
}

/** Columns of `e` and its study `s` as a list shows them to the caller. */
export const rowColumns = ({ orgId, actor }: Pick<Operation, 'orgId' | 'actor'>): RawBuilder<unknown> => sql`
  e.id, e.study_id as "studyId", s.code as "studyCode", s.name as "studyName", s.kind, e.number, e.state, e.starts_at as "startsAt", e.minutes, e.place,
  e.service_id as "serviceId", e.site_id as "siteId", e.team_id as "teamId", e.conductor_id as "conductorId", v.name as "serviceName",
  t.name as "siteName", g.name as "teamName", c.name as conductor, e.updated_at as "updatedAt",
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by r.position) from field_rater r
    join account a on a.org_id = ${orgId} and a.id = r.account_id where r.org_id = ${orgId} and r.session_id = e.id), '[]') as raters,
  (select count(*)::int4 from field_participant p where p.org_id = ${orgId} and p.session_id = e.id) as participants,
  (select count(*)::int4 from field_quote q where q.org_id = ${orgId} and q.session_id = e.id) as quotes,
  (select count(*)::int4 from ${ratings(orgId)} and h.state = 'submitted') as submitted,
  coalesce((select case when h.state = 'submitted' then 'rated' when e.state = 'cancelled' then 'none' else 'to-rate' end
    from ${ratings(orgId)} and r.account_id = ${actor.accountId}::uuid), 'none') as mine`;

/** Raters `r` of session `e` with their sheets `h`; a sheet of somebody who is no rater any more counts nowhere. */
const ratings = (orgId: string): RawBuilder<unknown> => sql`
  field_rater r left join field_sheet h on h.org_id = ${orgId} and h.session_id = r.session_id and h.rater_id = r.account_id
  where r.org_id = ${orgId} and r.session_id = e.id`;

/** Sessions `e` that are not in the trash, with their study `s` and what they name. */
export const fromSessions = ({ orgId }: Pick<Operation, 'orgId'>): RawBuilder<unknown> => sql`
  from field_session e
  join field_study s on s.org_id = ${orgId} and s.id = e.study_id and s.deleted_at is null
  left join service v on v.org_id = ${orgId} and v.id = coalesce(e.service_id, s.service_id)
  left join site t on t.org_id = ${orgId} and t.id = e.site_id
  left join team g on g.org_id = ${orgId} and g.id = e.team_id
  left join account c on c.org_id = ${orgId} and c.id = e.conductor_id
  where e.org_id = ${orgId} and e.deleted_at is null`;

export const sessionRowOf = <R extends SessionRecord>({ startsAt, updatedAt, ...row }: R) => ({
  ...row,
  startsAt: startsAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

/** What a session is called in the log. */
export const entityOf = ({ id, studyCode, number }: Pick<FieldSessionRow, 'id' | 'studyCode' | 'number'>) => ({
  kind: 'field-session',
  id,
  label: `${studyCode} #${number}`,
});
