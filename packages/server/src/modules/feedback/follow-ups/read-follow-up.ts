import { sql } from 'kysely';
import type { FollowUp } from '@zhiheng/contract/feedback/follow-ups';
import { changedMeanwhile, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { isMasked, maskEmail, maskPhone } from '../../customers/index.ts';
import { followUpColumns, followUpNames, followUpRowOf, type FollowUpRecord } from './follow-up-rows.ts';

type More = Omit<FollowUp, keyof FollowUpRecord | 'history' | 'masked'>;
type Attempt = Omit<FollowUp['history'][number], 'at'> & { readonly at: Date };

export async function findFollowUp(operation: Operation, id: string): Promise<FollowUp> {
  const { db, orgId, actor } = operation;
  const { rows } = await sql<FollowUpRecord & More>`
    select ${followUpColumns(operation)}, u.contact, u.customer_id as "customerId", u.survey_id as "surveyId", v.name as "surveyName",
      u.response_id as "responseId", u.feedback_id as "feedbackId", c.number as "caseNumber", u.cause, u.remedy, u.second_score as "secondScore",
      b.name as "closedBy", u.version
    from follow_up u ${followUpNames(orgId)}
    left join survey v on v.org_id = ${orgId} and v.id = u.survey_id
    left join service_case c on c.org_id = ${orgId} and c.id = u.case_id
    left join account b on b.org_id = ${orgId} and b.id = u.closed_by
    where u.org_id = ${orgId} and u.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('follow_up');
  const masked = isMasked(actor);
  return {
    ...row,
    ...followUpRowOf(row, operation),
    contact: masked ? maskContact(row.contact) : row.contact,
    masked,
    history: await historyOf(operation, id),
  };
}

const maskContact = (contact: string): string => (contact.includes('@') ? maskEmail(contact) : maskPhone(contact));

async function historyOf({ db, orgId }: Operation, id: string): Promise<FollowUp['history']> {
  const { rows } = await sql<Attempt>`
    select a.id, a.at, p.name as by, a.channel, a.reached, a.note from follow_up_attempt a
    left join account p on p.org_id = ${orgId} and p.id = a.by
    where a.org_id = ${orgId} and a.follow_up_id = ${id} order by a.at, a.id`.execute(db);
  return rows.map(({ at, ...attempt }) => ({ ...attempt, at: at.toISOString() }));
}

/** The same, held until the transaction ends; refused when somebody else saved since `version` was read. */
export async function lockFollowUp(operation: Operation, id: string, version?: number): Promise<FollowUp> {
  await sql`select from follow_up where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  const followUp = await findFollowUp(operation, id);
  if (version !== undefined && followUp.version !== version) throw changedMeanwhile();
  return followUp;
}
