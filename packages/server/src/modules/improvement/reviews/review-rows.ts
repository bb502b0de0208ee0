import { sql, type RawBuilder } from 'kysely';
import type { Review, ReviewAgenda, ReviewRow } from '@zhiheng/contract/improvement/reviews';
import { changedMeanwhile, conflict, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

/** A row of reviews as it is read. */
export interface ReviewRecord extends Omit<ReviewRow, 'at' | 'decisions' | 'openDecisions'> {
  readonly at: Date;
  readonly attendees: string[];
  readonly record: string;
  readonly reason: string;
  readonly heldAt: Date | null;
  readonly agenda: ReviewAgenda | null;
  readonly version: number;
}

/** Is a decision of `d` open? One that became an action is done when the action is. */
export const isDone = (orgId: string): RawBuilder<boolean> => sql<boolean>`
  coalesce((select a.state = 'done' from improvement_action a where a.org_id = ${orgId} and a.id = d.action_id), d.done)`;

export const rowColumns = sql`r.id, r.number, r.kind, r.title, r.at, r.minutes, r.place, r.attendee_ids as "attendeeIds", r.state`;

/** Throws 404 when it is in the trash. */
export async function readRecord({ db, orgId }: Operation, id: string): Promise<ReviewRecord> {
  const { rows } = await sql<ReviewRecord>`
    select ${rowColumns}, r.record, r.reason, r.held_at as "heldAt", r.agenda, r.version,
      array(select a.name from account a where a.org_id = ${orgId} and a.id = any(r.attendee_ids) order by a.name) as attendees
    from review_meeting r where r.org_id = ${orgId} and r.id = ${id} and r.deleted_at is null`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('review');
  return row;
}

/** The same, held until the transaction ends. */
export async function lockRecord(operation: Operation, id: string): Promise<ReviewRecord> {
  await sql`select from review_meeting where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return readRecord(operation, id);
}

/** For a change of a meeting that is still to come by somebody who has read `version`. */
export async function lockPlanned(operation: Operation, id: string, version: number): Promise<ReviewRecord> {
  const record = await lockRecord(operation, id);
  if (record.version !== version) throw changedMeanwhile();
  if (record.state !== 'planned') throw conflict('review_not_planned');
  return record;
}

/** What a review is called in the log. */
export const entityOf = ({ id, number, title }: Pick<Review, 'id' | 'number' | 'title'>) => ({
  kind: 'review',
  id,
  label: `${number} ${title}`,
});
