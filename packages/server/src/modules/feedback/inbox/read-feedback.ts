import { sql } from 'kysely';
import type { Feedback } from '@zhiheng/contract/feedback/feedback';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { isMasked, maskEmail } from '../../customers/index.ts';
import { feedbackRowOf, rowColumns, rowNames, type FeedbackRecord } from './feedback-rows.ts';

type More = Omit<Feedback, keyof FeedbackRecord | 'answers' | 'masked'>;
type Answer = Omit<Feedback['answers'][number], 'at'> & { readonly at: Date };

/** One feedback as the caller may see it. */
export async function findFeedback(operation: Operation, id: string): Promise<Feedback> {
  const { db, orgId, actor } = operation;
  const { rows } = await sql<FeedbackRecord & More>`
    select ${rowColumns}, f.contact, f.probability, f.site_id as "siteId", f.team_id as "teamId", f.segment_id as "segmentId",
      f.customer_id as "customerId", f.survey_id as "surveyId", f.response_id as "responseId", a.number as "aboutCaseNumber",
      array(select u.id from follow_up u where u.org_id = ${orgId} and u.feedback_id = f.id order by u.opened_at) as "followUpIds"
    from feedback f ${rowNames(orgId)} left join service_case a on a.org_id = ${orgId} and a.id = f.about_case_id
    where f.org_id = ${orgId} and f.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('feedback');
  const masked = isMasked(actor);
  const { contact, ...record } = row;
  return {
    ...record,
    ...feedbackRowOf(record, operation),
    contact: masked ? maskEmail(contact) : contact,
    masked,
    answers: (await answersOf(operation, id)).map(({ at, recipient, ...answer }) => ({
      ...answer,
      recipient: masked ? maskEmail(recipient) : recipient,
      at: at.toISOString(),
    })),
  };
}

async function answersOf({ db, orgId }: Operation, id: string): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select w.id, w.body, w.recipient, w.at, p.name as by, coalesce(o.state, 'waiting') as delivery
    from feedback_answer w left join account p on p.org_id = ${orgId} and p.id = w.by
    left join mail_out o on o.org_id = ${orgId} and o.key = 'notice:' || ${answerPrefix} || w.id
    where w.org_id = ${orgId} and w.feedback_id = ${id} order by w.at, w.id`.execute(db);
  return rows;
}

/** Under this name an answer stands in the outbox. */
export const answerPrefix = 'feedback-answer:';

/** The same, held until the transaction ends. */
export async function lockFeedback(operation: Operation, id: string): Promise<Feedback> {
  await sql`select from feedback where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return findFeedback(operation, id);
}

/** What a feedback is called in the log: where it came from. Neither its author nor its words, which the log could never forget. */
export const entityOf = ({ id, source, channel }: Pick<Feedback, 'id' | 'source' | 'channel'>) => ({
  kind: 'feedback',
  id,
  label: source === '' ? channel : source,
});
