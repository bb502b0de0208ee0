import { form } from '@zhiheng/forms/definition';
import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { followUpReport as endpoint } from '@zhiheng/contract/feedback/follow-ups';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { reportOf, type FollowUpFacts } from './follow-up-report.rules.ts';
import { personalScore } from './personal-score.rules.ts';

/** Follow-ups opened between two days of the organisation's zone. */
export async function followUpReport(
  operation: Operation,
  { query }: Pick<Parsed<typeof endpoint>, 'query'>,
): Promise<Reply<typeof endpoint>> {
  const { from, until } = query;
  if (until < from) throw invalidField('until', 'before_from');
  const { db, orgId } = operation;
  const { rows } = await sql<Row>`
    select u.result, extract(epoch from u.reached_at - u.opened_at)::float8 as "reachedAfter",
      extract(epoch from u.closed_at - u.opened_at)::float8 as "closedAfter", extract(epoch from u.due_at - u.opened_at)::float8 as "dueAfter",
      u.cause, u.score, u.score_max as "scoreMax", u.second_score as "secondScore", u.measure, l.later
    from follow_up u join organisation o on o.org_id = ${orgId}
    left join lateral (
      select jsonb_build_object('form', v.form, 'scales', r.scales, 'rest', r.rest, 'scores', r.scores) as later
      from survey_response r join survey_version v on v.org_id = ${orgId} and v.id = r.version_id
      where r.org_id = ${orgId} and r.customer_id = u.customer_id and r.survey_id = u.survey_id and r.state = 'complete' and r.released_at is not null
        and r.id <> u.response_id and r.at > coalesce(u.closed_at, u.opened_at)
      order by r.at limit 1) l on true
    where u.org_id = ${orgId} and u.opened_at >= ${from}::date::timestamp at time zone o.time_zone
      and u.opened_at < (${until}::date + 1)::timestamp at time zone o.time_zone`.execute(db);
  return reportOf(rows.map(({ measure, later, ...facts }) => ({ ...facts, laterScore: laterScoreOf(measure, later) })));
}

interface Later {
  readonly form: unknown;
  readonly scales: readonly (number | null)[];
  readonly rest: Readonly<Record<string, string | number | string[]>>;
  readonly scores: Readonly<Record<string, number>>;
}
type Row = Omit<FollowUpFacts, 'laterScore'> & { readonly measure: string; readonly later: Later | null };

const laterScoreOf = (measure: string, later: Later | null): number | null =>
  later === null ? null : personalScore(form.parse(later.form), measure, later).score;
