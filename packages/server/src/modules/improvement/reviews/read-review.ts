import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listReviews as endpoint, Review, ReviewDecision, ReviewRow } from '@zhiheng/contract/improvement/reviews';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { readAgenda } from './read-agenda.ts';
import { isDone, readRecord, rowColumns } from './review-rows.ts';

/** A meeting as its page shows it. */
export async function findReview(operation: Operation, id: string): Promise<Review> {
  const { agenda, at, heldAt, ...record } = await readRecord(operation, id);
  return {
    ...record,
    ...{ at: at.toISOString(), heldAt: heldAt?.toISOString() ?? null, frozen: agenda !== null },
    agenda: agenda ?? (await readAgenda(operation, record)),
    decisions: await readDecisions(operation, id),
  };
}

async function readDecisions({ db, orgId }: Operation, reviewId: string): Promise<ReviewDecision[]> {
  const { rows } = await sql<ReviewDecision>`
    select d.id, d.text, d.owner_id as "ownerId", o.name as owner, to_char(d.due_on, 'YYYY-MM-DD') as "dueOn", d.project_id as "projectId",
      p.number as "projectNumber", ${isDone(orgId)} as done,
      exists (select from improvement_action a where a.org_id = ${orgId} and a.id = d.action_id) as "isAction"
    from review_decision d
    left join account o on o.org_id = ${orgId} and o.id = d.owner_id
    left join improvement_project p on p.org_id = ${orgId} and p.id = d.project_id and p.deleted_at is null
    where d.org_id = ${orgId} and d.review_id = ${reviewId} order by d.id`.execute(db);
  return rows;
}

type Query = Parsed<typeof endpoint>['query'];
type Row = Omit<ReviewRow, 'at'> & { readonly at: Date };

export async function listReviews({ db, orgId }: Call, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<Row>`
    select ${rowColumns}, d.decisions, d.open as "openDecisions" from review_meeting r
    cross join lateral (
      select count(*)::int4 as decisions, count(*) filter (where not ${isDone(orgId)})::int4 as open
      from review_decision d where d.org_id = ${orgId} and d.review_id = r.id
    ) d
    where r.org_id = ${orgId} and r.deleted_at is null and ${conditionsOf(query)} and ${after(query.cursor)}
    order by r.at desc, r.id desc limit ${query.limit + 1}`.execute(db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map((row) => ({ ...row, at: row.at.toISOString() })),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.at.toISOString(), last.id]) : null,
  };
}

const conditionsOf = ({ kind, state }: Query): RawBuilder<unknown> =>
  sql.join([kind === undefined ? sql`true` : sql`r.kind = ${kind}`, state === undefined ? sql`true` : sql`r.state = ${state}`], sql` and `);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(r.at, r.id) < (${new Date(at)}::timestamptz, ${id}::uuid)`;
}
