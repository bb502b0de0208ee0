import { randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { answerAt, endingOf, holds, type Answers } from '@zhiheng/forms/answers';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { submitRun } from '@zhiheng/contract/surveys/runs';
import { conflict } from '../../../platform/errors.ts';
import { hashOf, newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { announceFigures } from '../../measurement/index.ts';
import { ownFlags, vectorOf } from '../quality/response-quality.rules.ts';
import { isSuspicious } from '../quality/suspicion.rules.ts';
import type { FormVersion } from '../versions/form-of-version.ts';
import { answerRow, subjectOf, type AnswerRow } from './answer-row.rules.ts';
import { isUnchanged, type Way } from './find-way.ts';
import { givenOn } from './open-run.ts';
import { claimFiles } from './run-files.ts';

/** Answers that somebody submits, already checked against the form. */
export interface Submission {
  readonly version: FormVersion;
  readonly answers: Answers;
  readonly language: string;
  /** hash of the secret of whoever answers: sent again it is the same answer */
  readonly resume: string;
  readonly trace: { readonly seconds: number; readonly pages: readonly number[]; readonly pasted: number; readonly device: string };
  /** known when somebody enters the answers for a customer */
  readonly customerId: string | null;
}

/** So many answers of this kind are there that no more is wanted. Thrown, so that nothing of this one stays. */
export class QuotaFull extends Error {}

type Stored = Reply<typeof submitRun>;

/** One submission, in the transaction of the caller: the answer with its event, its invitation, its quotas. */
export async function storeAnswer(operation: Operation, way: Way, submission: Submission): Promise<Stored> {
  const { version, answers } = submission;
  const given = givenOn(way);
  const row = answerRow(version.form, answers, given);
  const stored: Stored = { state: row.state, ending: endingOf(version.form, answers, given)?.key ?? null };
  const once = onceOf(way, submission);
  const id = way.surveySettings.anonymous ? randomUUID() : newId();
  if (!(await insertAnswer(operation, way, { ...submission, id, row, once }))) {
    const again = await replyBefore(operation, way, submission);
    if (again === null) throw conflict('survey_takes_no_answers', { reason: 'already-answered' });
    return again;
  }
  await claimFiles(operation, { form: version.form, answers, resume: submission.resume, responseId: id });
  if (way.invitation !== null) await settleInvitation(operation, way);
  if (row.state === 'complete') await fillQuotas(operation, way, answers);
  // Of an anonymous answer nobody hears at the moment when it is given.
  if (!way.surveySettings.anonymous) announceFigures(operation);
  return stored;
}

interface NewAnswer extends Submission {
  readonly id: string;
  readonly row: AnswerRow;
  readonly once: string;
}

/** False when it is there already, and when the way is no longer what it was. */
async function insertAnswer(operation: Operation, way: Way, answer: NewAnswer): Promise<boolean> {
  const { db, orgId, now } = operation;
  const { id, row, version, language, once } = answer;
  const subject = subjectOf({
    survey: way.surveySettings,
    distribution: way.settings.subject,
    invitation: way.invitation?.subject ?? null,
  });
  const flags = ownFlags(version.form, { scales: row.scales, ...answer.trace });
  const person = way.surveySettings.anonymous ? nobody(way, now) : personOf(way, answer, now);
  const { rows } = await sql`/* store-answer */
    with answer as (
      insert into survey_response (org_id, id, survey_id, version_id, distribution_id, invitation_id, customer_id, case_id, service_id, site_id, team_id,
        segment_id, groups, at, language, state, seconds, scales, rest, given, scores, trace, flags, suspicious, vector, once, device,
        released_at)
      select ${orgId}::uuid, ${id}::uuid, ${way.surveyId}::uuid, ${version.id}::uuid, ${person.distributionId}::uuid, ${person.invitationId}::uuid,
        ${person.customerId}::uuid, ${person.caseId}::uuid, ${subject.serviceId}::uuid, ${subject.siteId}::uuid, ${subject.teamId}::uuid,
        ${subject.segmentId}::uuid, ${row.groups}::text[], ${person.at}::timestamptz, ${language}::text, ${row.state}::text, ${person.seconds}::real,
        ${row.scales}::smallint[], ${JSON.stringify(row.rest)}::jsonb, ${JSON.stringify(person.given)}::jsonb, ${JSON.stringify(row.scores)}::jsonb,
        ${JSON.stringify(person.trace)}::jsonb, ${flags}::text[], ${isSuspicious(flags, way.surveySettings)}::boolean, ${vectorOf(row.scales)}::integer, ${once}::text,
        ${person.device}::text, ${person.releasedAt}::timestamptz
      where ${isUnchanged(orgId, way)}
      on conflict (org_id, survey_id, once) do nothing returning id),
    ${toldBy(operation, way, { id, state: row.state })},
    gone as (delete from survey_draft where org_id = ${orgId} and resume = ${answer.resume})
    select id from answer`.execute(db);
  return rows.length > 0;
}

/** What is kept of whoever answers, and of how. */
const personOf = (way: Way, { customerId, trace, resume }: Submission, now: Date) => ({
  ...{ distributionId: way.distributionId, invitationId: way.invitation?.id ?? null },
  ...{ customerId: customerId ?? way.invitation?.customerId ?? null, caseId: way.invitation?.caseId ?? null, given: givenOn(way) },
  ...{ at: now, seconds: trace.seconds, trace: { pages: trace.pages, pasted: trace.pasted, resume } },
  ...{ device: trace.device === '' ? null : hashOf(trace.device), releasedAt: now },
});

/** What is kept of an anonymous answer: the day, and the way where it is everybody's. It waits until enough others are there. */
const nobody = ({ invitation, distributionId, zone }: Way, now: Date) => ({
  ...{ distributionId: invitation === null ? distributionId : null, invitationId: null, customerId: null, caseId: null },
  ...{ given: {}, at: startOfDay(now, zone), seconds: null, trace: {}, device: null, releasedAt: null },
});

/** The log names the answer, unless nobody may know which one was given now. */
function toldBy({ orgId, now, actor }: Operation, way: Way, answer: { readonly id: string; readonly state: string }): RawBuilder<unknown> {
  const { surveyId, surveyName, surveySettings, kind } = way;
  const data = { surveyId, via: kind, state: answer.state, ...(surveySettings.anonymous ? {} : { responseId: answer.id }) };
  return sql`
    told as (
      insert into event (org_id, id, at, actor_id, actor_kind, type, entity_kind, entity_id, label, data)
      select ${orgId}::uuid, ${newId()}::uuid, ${now}::timestamptz, ${actor.id}::uuid, ${actor.kind}, 'survey.answered', 'survey', ${surveyId},
        ${surveyName.zh}, ${JSON.stringify(data)}::jsonb from answer)`;
}

/** The day of an anonymous answer is all that is kept of its time. */
const startOfDay = (now: Date, zone: string): Date =>
  new Date(Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).startOfDay().epochMilliseconds);

/** By what an answer is known when it comes again: the person who was asked, the device where each answers once, or else the secret of the run. */
function onceOf({ invitation, surveySettings, kind }: Way, { resume, trace }: Submission): string {
  const { anonymous, onePerPerson } = surveySettings;
  if (anonymous || !onePerPerson) return resume;
  if (invitation !== null) return `invitation:${invitation.id}`;
  const isOwnDevice = (kind === 'public' || kind === 'snippet') && trace.device !== '';
  return isOwnDevice ? `device:${hashOf(trace.device)}` : resume;
}

/** The reply to an answer that is there already, for whoever sent it; null for anybody else, and where there is none. */
export async function replyBefore({ db, orgId }: Operation, way: Way, submission: Submission): Promise<Stored | null> {
  const once = onceOf(way, submission);
  const { rows } = await sql<{ resume: string | null; state: Stored['state'] }>`
    select trace ->> 'resume' as resume, state from survey_response where org_id = ${orgId} and survey_id = ${way.surveyId} and once = ${once}`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined || (once !== submission.resume && row.resume !== submission.resume)) return null;
  return { state: row.state, ending: endingOf(submission.version.form, submission.answers, givenOn(way))?.key ?? null };
}

/** Of an anonymous survey the invitation tells the day and no more. Two answers to one invitation at the same time: the second is refused. */
async function settleInvitation({ db, orgId, now }: Operation, way: Way): Promise<void> {
  const { invitation, surveySettings, zone } = way;
  const { anonymous, onePerPerson } = surveySettings;
  const { numAffectedRows } = await sql`/* settle-invitation */
    update survey_invitation set state = 'answered', next_at = null, answered_at = ${anonymous ? startOfDay(now, zone) : now}
    where org_id = ${orgId} and id = ${invitation?.id ?? null} and (state <> 'answered' or ${!onePerPerson})`.execute(db);
  if (numAffectedRows === 0n) throw conflict('survey_takes_no_answers', { reason: 'already-answered' });
}

/** Counts the answer where its kind is wanted. Quotas are taken in a fixed order, so that two submissions never wait for each other. */
async function fillQuotas({ db, orgId }: Operation, way: Way, answers: Answers): Promise<void> {
  const given = givenOn(way);
  const look = (key: string) => answerAt(answers, key) ?? answerAt(given, key);
  const ids = way.quotas.filter(({ condition }) => condition === null || holds(condition, look) === true).map(({ id }) => id);
  if (ids.length === 0) return;
  const { rows } = await sql`/* fill-quotas */
    with held as (select id from survey_quota where org_id = ${orgId} and id = any(${ids}::uuid[]) order by id for no key update)
    update survey_quota q set counted = counted + 1 from held
    where q.org_id = ${orgId} and q.id = held.id and q.counted < q.size returning q.id`.execute(db);
  if (rows.length < ids.length) throw new QuotaFull();
}
