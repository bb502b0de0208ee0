import { form as formSchema, type Form } from '@zhiheng/forms/definition';
import { sql, type RawBuilder } from 'kysely';
import type { DomainEvent } from '../../../platform/events/subscriber.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { emptyFeedback, storeFeedback, type NewFeedback } from '../inbox/store-feedback.ts';
import { recordReceived } from './record-received.ts';
import { headlineOf, writtenFields, writtenIn } from './written-words.rules.ts';

interface Answered {
  readonly id: string;
  readonly surveyId: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly anonymous: boolean;
  readonly versionId: string;
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

/** So many answers are looked at together: an import may bring more than fit into memory. */
const atOnce = 2_000;
const firstId = '00000000-0000-0000-0000-000000000000';

async function take(operation: Operation, which: RawBuilder<unknown>): Promise<void> {
  const forms = await readForms(operation, which);
  const written = [...new Set([...forms.values()].flatMap((form) => writtenFields(form)))];
  for (let after: string | undefined = written.length === 0 ? undefined : firstId; after !== undefined;) {
    const rows: Answered[] = await readAnswered(operation, sql`${which} and r.rest ?| ${written}::text[] and r.id > ${after}::uuid`);
    const feedback = rows.flatMap((row) => feedbackIn(row, forms.get(row.versionId)));
    // By their keys, which are hashes: so the order says nothing of who answered when.
    const shuffled = feedback.toSorted((a, b) => ((a.recordKey ?? '') < (b.recordKey ?? '') ? -1 : 1));
    await recordReceived(operation, await storeFeedback(operation, shuffled), 'survey');
    after = rows.length === atOnce ? rows.at(-1)?.id : undefined;
  }
}

/** The forms to which the answers were given. */
async function readForms({ db, orgId }: Operation, which: RawBuilder<unknown>): Promise<ReadonlyMap<string, Form>> {
  const { rows } = await sql<{ id: string; form: unknown }>`
    select v.id, v.form from survey_version v
    where v.org_id = ${orgId} and v.id in (select r.version_id from survey_response r where r.org_id = ${orgId} and ${which})`.execute(db);
  return new Map(rows.map(({ id, form }) => [id, formSchema.parse(form)]));
}

async function readAnswered({ db, orgId }: Operation, which: RawBuilder<unknown>): Promise<Answered[]> {
  const { rows } = await sql<Answered>`
    select r.id, r.survey_id as "surveyId", s.name, s.anonymous, r.version_id as "versionId", r.scales, r.rest, r.customer_id as "customerId",
      coalesce(c.name, i.name, '') as author, r.service_id as "serviceId", r.site_id as "siteId", r.team_id as "teamId",
      r.segment_id as "segmentId", r.at, date_trunc('month', r.at at time zone o.time_zone) at time zone o.time_zone as month
    from survey_response r
    join survey s on s.org_id = ${orgId} and s.id = r.survey_id
    join organisation o on o.org_id = ${orgId}
    left join customer c on c.org_id = ${orgId} and c.id = r.customer_id
    left join survey_invitation i on i.org_id = ${orgId} and i.id = r.invitation_id
    where r.org_id = ${orgId} and r.state = 'complete' and r.released_at is not null and ${which} order by r.id limit ${atOnce}`.execute(
    db,
  );
  return rows;
}

/** Of an anonymous survey the words and where they belong, and nothing that leads to the rest of the answer. */
function feedbackIn(row: Answered, form: Form | undefined): NewFeedback[] {
  if (form === undefined) return [];
  const { serviceId, siteId, teamId, segmentId, surveyId } = row;
  const place = { ...emptyFeedback, channel: 'survey' as const, source: row.name.zh, surveyId, serviceId, siteId, teamId, segmentId };
  const known = row.anonymous
    ? { ...place, at: row.month }
    : { ...place, at: row.at, responseId: row.id, customerId: row.customerId, author: row.author, ...headlineOf(form, row) };
  return writtenIn(form, row).map(({ field, words }) => ({ ...known, body: words, recordKey: hashOf(`${row.id} ${field}`) }));
}
