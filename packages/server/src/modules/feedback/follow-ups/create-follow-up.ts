import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createFollowUp as endpoint, FollowUp } from '@zhiheng/contract/feedback/follow-ups';
import { conflict, invalidField } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { checkPlaces } from '../inbox/check-places.ts';
import { emptyFollowUp, openFollowUps, type NewFollowUp } from './open-follow-ups.ts';
import { findFollowUp } from './read-follow-up.ts';

type Known = Omit<NewFollowUp, 'origin' | 'originKey' | 'measure' | 'wishedOwnerId' | 'openedAt' | 'hours'>;

/** Of one feedback there is one follow-up at most. */
export async function createFollowUp(call: Call, { body }: Parsed<typeof endpoint>): Promise<FollowUp> {
  const { feedbackId, customerId, said, ownerId, hours } = body;
  if (feedbackId === null && customerId === null) throw invalidField('customerId', 'required');
  await checkPlaces(call, { customerId, ownerId });
  const known = feedbackId === null ? await customerOf(call, customerId ?? '') : await feedbackOf(call, feedbackId);
  const [id] = await openFollowUps(call, [
    {
      ...{ ...emptyFollowUp, ...known, said: said === '' ? known.said : said },
      ...{ origin: feedbackId === null ? 'hand' : 'feedback', originKey: feedbackId, openedAt: call.now, hours },
      wishedOwnerId: ownerId ?? call.actor.accountId,
    },
  ]);
  if (id === undefined) throw conflict('follow_up_there');
  return findFollowUp(call, id);
}

async function feedbackOf({ db, orgId }: Operation, id: string): Promise<Known> {
  const { rows } = await sql<Known>`
    select f.id as "feedbackId", f.survey_id as "surveyId", f.response_id as "responseId", f.customer_id as "customerId",
      coalesce(f.case_id, f.about_case_id) as "caseId", coalesce(nullif(f.author, ''), c.name, '') as name,
      coalesce(nullif(f.contact, ''), nullif(c.phone, ''), c.email, '') as contact, f.service_id as "serviceId", f.site_id as "siteId",
      f.team_id as "teamId", f.segment_id as "segmentId", f.score, f.score_max as "scoreMax", f.body as said
    from feedback f left join customer c on c.org_id = ${orgId} and c.id = f.customer_id where f.org_id = ${orgId} and f.id = ${id}`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw invalidField('feedbackId', 'unknown_feedback');
  return row;
}

async function customerOf({ db, orgId }: Operation, id: string): Promise<Known> {
  const { rows } = await sql<Pick<Known, 'name' | 'contact' | 'segmentId'>>`
    select name, coalesce(nullif(phone, ''), email) as contact, segment_id as "segmentId" from customer where org_id = ${orgId} and id = ${id}`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw invalidField('customerId', 'unknown_customer');
  return { ...emptyFollowUp, ...row, customerId: id };
}
