import { sql } from 'kysely';
import type { DomainEvent } from '../../../platform/events/subscriber.ts';
import type { Operation } from '../../../platform/operation.ts';
import { emptyFeedback, storeFeedback, type NewFeedback } from '../inbox/store-feedback.ts';
import { recordReceived } from './record-received.ts';

/** Ratings of cases are stars out of so many. */
export const mostStars = 5;

interface Rated extends Pick<
  NewFeedback,
  'author' | 'contact' | 'customerId' | 'serviceId' | 'siteId' | 'teamId' | 'segmentId' | 'body' | 'at'
> {
  readonly number: string;
  readonly aboutCaseId: string;
  readonly resolution: number;
  readonly score: number;
}

/** Takes what customers wrote with the rating of a case. An anonymous case names nobody here either, and adverse events are for those only who may read them. */
export async function takeRatings(operation: Operation, events: readonly DomainEvent[]): Promise<void> {
  const caseIds = [...new Set(events.map(({ entityId }) => entityId))];
  if (caseIds.length === 0) return;
  const { db, orgId } = operation;
  const { rows } = await sql<Rated>`
    select c.number, c.id as "aboutCaseId", r.resolution, r.value as score, r.comment as body, r.at,
      case when c.anonymous then '' else coalesce(nullif(c.contact_name, ''), k.name, '') end as author,
      case when c.anonymous then '' else coalesce(nullif(c.contact_email, ''), k.email, '') end as contact,
      case when not c.anonymous then c.customer_id end as "customerId",
      c.service_id as "serviceId", c.site_id as "siteId", c.team_id as "teamId", c.segment_id as "segmentId"
    from case_rating r join service_case c on c.org_id = ${orgId} and c.id = r.case_id
    left join customer k on k.org_id = ${orgId} and k.id = c.customer_id
    where r.org_id = ${orgId} and r.case_id = any(${caseIds}::uuid[]) and r.comment <> '' and c.type <> 'adverse-event'`.execute(db);
  const feedback = rows.map(({ number, resolution, ...rated }) => ({
    ...{ ...emptyFeedback, ...rated, channel: 'case-rating' as const, scoreMax: mostStars },
    ...{ source: number, recordKey: `${rated.aboutCaseId} ${resolution}` },
  }));
  await recordReceived(operation, await storeFeedback(operation, feedback), 'case-rating');
}
