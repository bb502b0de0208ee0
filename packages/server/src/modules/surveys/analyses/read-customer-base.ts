import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** People who were asked personally. */
export interface Asked {
  readonly segmentId: string;
  readonly invited: number;
  readonly answered: number;
}

/** Whom those who answered stand for. */
export interface CustomerBase {
  /** customers by segment */
  readonly segments: Readonly<Record<string, number>>;
  readonly asked: readonly Asked[];
}

export async function readCustomerBase({ db, orgId }: Operation, surveyId: string): Promise<CustomerBase> {
  const customers = await sql<{ segmentId: string; n: number }>`
    select segment_id as "segmentId", count(*)::int4 as n from customer
    where org_id = ${orgId} and deleted_at is null and segment_id is not null group by segment_id order by segment_id`.execute(db);
  const asked = await sql<Asked>`
    select segment_id as "segmentId", count(*)::int4 as invited, count(*) filter (where state = 'answered')::int4 as answered
    from survey_invitation where org_id = ${orgId} and survey_id = ${surveyId} and segment_id is not null
      and state not in ('waiting', 'suppressed', 'bounced') group by segment_id order by segment_id`.execute(db);
  return { segments: Object.fromEntries(customers.rows.map(({ segmentId, n }) => [segmentId, n])), asked: asked.rows };
}
