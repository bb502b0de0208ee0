import { form as formSchema } from '@zhiheng/forms/definition';
import { sql, type RawBuilder } from 'kysely';
import type { DomainEvent } from '../../../platform/events/subscriber.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { emptyFeedback, storeFeedback, type NewFeedback } from '../inbox/store-feedback.ts';
import { recordReceived } from './record-received.ts';
import { headlineOf, writtenIn } from './written-words.rules.ts';

interface Answered {
  readonly id: string;
  readonly surveyId: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly anonymous: boolean;
  readonly form: unknown;
  readonly scales: readonly (number | null)[];
  readonly rest: Readonly<Record<string, string | number | string[]>>;
  readonly customerId: string | null;
  readonly author: string;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly teamId: string | null;
  readonly segmentId: string | null;
  readonly at: Date;
  /** first instant of its month, in the zone of the organisation */
  readonly month: Date;
}

/** Takes the free text of answers that may be shown. The event of one names it; of answers that were released or imported together, those of the survey that are not there yet are looked for. */
export async function takeAnswers(operation: Operation, events: readonly DomainEvent[]): Promise<void> {
  const named = events.map(({ data }) => data['responseId']).filter((id) => typeof id === 'string');
  const whole = events.filter(({ type }) => type !== 'survey.answered').map(({ entityId }) => entityId);
  if (named.length > 0) await take(operation, sql`r.id = any(${named}::uuid[])`);
  for (const surveyId of new Set(whole)) await take(operation, sql`r.survey_id = ${surveyId} and ${await newSince(operation, surveyId)}`);
}

/** Answers are released in batches, some time after they were given: only what was released lately can be new. */
async function newSince({ db, orgId }: Operation, surveyId: unknown): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ last: Date | null }>`
    select max(created_at) - interval '1 hour' as last from feedback where org_id = ${orgId} and channel = 'survey' and survey_id = ${surveyId}`.execute(
    db,
  );
  const last = rows[0]?.last ?? null;
  return last === null ? sql`true` : sql`r.released_at >= ${last}`;
}

async function take(operation: Operation, which: RawBuilder<unknown>): Promise<void> {
  const { db, orgId } = operation;
  const { rows } = await sql<Answered>`
    select r.id, r.survey_id as "surveyId", s.name, s.anonymous, v.form, r.scales, r.rest, r.customer_id as "customerId",
      coalesce(c.name, i.name, '') as author, r.service_id as "serviceId", r.site_id as "siteId", r.team_id as "teamId",
      r.segment_id as "segmentId", r.at, date_trunc('month', r.at at time zone o.time_zone) at time zone o.time_zone as month
    from survey_response r
    join survey s on s.org_id = ${orgId} and s.id = r.survey_id
    join survey_version v on v.org_id = ${orgId} and v.id = r.version_id
    join organisation o on o.org_id = ${orgId}
    left join customer c on c.org_id = ${orgId} and c.id = r.customer_id
    left join survey_invitation i on i.org_id = ${orgId} and i.id = r.invitation_id
    where r.org_id = ${orgId} and r.state = 'complete' and r.released_at is not null and ${which}`.execute(db);
  const feedback = rows.flatMap((row) => feedbackIn(row));
  // By their keys, which are hashes: so the order says nothing of who answered when.
  const shuffled = feedback.toSorted((a, b) => ((a.recordKey ?? '') < (b.recordKey ?? '') ? -1 : 1));
  await recordReceived(operation, await storeFeedback(operation, shuffled), 'survey');
}

/** Of an anonymous survey the words and where they belong, and nothing that leads to the rest of the answer. */
function feedbackIn(row: Answered): NewFeedback[] {
  const form = formSchema.parse(row.form);
  const { serviceId, siteId, teamId, segmentId, surveyId } = row;
  const place = { ...emptyFeedback, channel: 'survey' as const, source: row.name.zh, surveyId, serviceId, siteId, teamId, segmentId };
  const known = row.anonymous
    ? { ...place, at: row.month }
    : { ...place, at: row.at, responseId: row.id, customerId: row.customerId, author: row.author, ...headlineOf(form, row) };
  return writtenIn(form, row).map(({ field, words }) => ({ ...known, body: words, recordKey: hashOf(`${row.id} ${field}`) }));
}
