import { sql, type RawBuilder } from 'kysely';
import type { Answers } from '@zhiheng/forms/answers';
import type { Form } from '@zhiheng/forms/definition';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../platform/operation.ts';
import { findGuide } from '../studies/guide-of-study.ts';

/** A submitted sheet. */
export interface RatedSheet {
  readonly raterId: string;
  readonly rater: string;
  readonly answers: Answers;
  readonly scores: Readonly<Record<string, number>>;
  readonly score: number | null;
}

/** A held session with its submitted sheets, at least one, in the order of raters. */
export interface RatedSession {
  readonly id: string;
  readonly number: number;
  readonly startsAt: Date;
  /** `YYYY-MM` in the zone of the organisation */
  readonly month: string;
  readonly place: string;
  readonly serviceId: string | null;
  readonly serviceName: LocalText | null;
  readonly siteId: string | null;
  readonly siteName: LocalText | null;
  readonly teamId: string | null;
  readonly teamName: LocalText | null;
  readonly guideId: string;
  readonly form: Form;
  readonly sheets: readonly RatedSheet[];
}

/** What may be counted for a caller. */
interface RatedSessions {
  readonly sessions: readonly RatedSession[];
  /** sessions left out because the caller has still to rate them */
  readonly hidden: number;
}

/**
 * Held sessions with their submitted sheets, as far as the caller may know of them: a session that the caller has still to rate is left out
 * of every figure, or a rater could read the others' ratings out of a mean.
 */
export async function readRated(operation: Operation, condition: RawBuilder<unknown>): Promise<RatedSessions> {
  const { db, orgId, actor } = operation;
  const { rows } = await sql<Omit<RatedSession, 'form'> & { readonly blind: boolean }>`
    select e.id, e.number, e.starts_at as "startsAt", to_char(e.starts_at at time zone o.time_zone, 'YYYY-MM') as month, e.place, v.id as "serviceId",
      v.name as "serviceName", t.id as "siteId", t.name as "siteName", g.id as "teamId", g.name as "teamName", e.guide_id as "guideId", h.sheets,
      exists (select from field_rater r left join field_sheet m on m.org_id = ${orgId} and m.session_id = r.session_id and m.rater_id = r.account_id
        where r.org_id = ${orgId} and r.session_id = e.id and r.account_id = ${actor.accountId}::uuid and m.state is distinct from 'submitted') as blind
    from field_session e
    join field_study s on s.org_id = ${orgId} and s.id = e.study_id and s.deleted_at is null
    join organisation o on o.org_id = ${orgId}
    join lateral (
      select jsonb_agg(jsonb_build_object('raterId', h.rater_id, 'rater', a.name, 'answers', h.answers, 'scores', h.scores, 'score', h.score)
        order by r.position) as sheets
      from field_sheet h join field_rater r on r.org_id = ${orgId} and r.session_id = h.session_id and r.account_id = h.rater_id
      join account a on a.org_id = ${orgId} and a.id = h.rater_id
      where h.org_id = ${orgId} and h.session_id = e.id and h.state = 'submitted'
    ) h on h.sheets is not null
    left join service v on v.org_id = ${orgId} and v.id = coalesce(e.service_id, s.service_id)
    left join site t on t.org_id = ${orgId} and t.id = e.site_id
    left join team g on g.org_id = ${orgId} and g.id = e.team_id
    where e.org_id = ${orgId} and e.deleted_at is null and e.state = 'held' and e.guide_id is not null and ${condition}
    order by e.starts_at, e.id`.execute(db);
  const sessions: RatedSession[] = [];
  for (const { blind, ...row } of rows) if (!blind) sessions.push({ ...row, form: (await findGuide(operation, row.guideId)).form });
  return { sessions, hidden: rows.length - sessions.length };
}

/** Sessions `e` of one study. */
export const ofStudy = (studyId: string): RawBuilder<unknown> => sql`e.study_id = ${studyId}::uuid`;
