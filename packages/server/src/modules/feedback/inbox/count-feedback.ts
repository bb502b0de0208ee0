import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { countFeedback as endpoint } from '@zhiheng/contract/feedback/feedback';
import type { Operation } from '../../../platform/operation.ts';

type Counts = Reply<typeof endpoint>;

export async function countFeedback({ db, orgId, actor, now }: Operation): Promise<Counts> {
  const me = sql`${actor.accountId}::uuid`;
  const { rows } = await sql<Counts>`
    select (select count(*)::int4 from feedback where org_id = ${orgId} and state = 'new') as new,
      (select count(*)::int4 from feedback where org_id = ${orgId} and owner_id = ${me} and state in ('new', 'suggestion')) as mine,
      (select count(*)::int4 from feedback where org_id = ${orgId} and state = 'suggestion') as suggestion,
      (select count(*)::int4 from follow_up where org_id = ${orgId} and closed_at is null and owner_id = ${me}) as "followUps",
      (select count(*)::int4 from follow_up where org_id = ${orgId} and closed_at is null and due_at <= ${now}) as overdue`.execute(db);
  const [counts] = rows;
  if (counts === undefined) throw new Error('counts are one row');
  return counts;
}
