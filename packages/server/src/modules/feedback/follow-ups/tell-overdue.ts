import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor } from '../../../platform/operation.ts';
import { recordEvents } from '../../../platform/record-event.ts';
import { entityOf } from './open-follow-ups.ts';

/** Records once of each follow-up that its deadline passed. Whoever asks reads it from the clock before that. */
export async function tellOverdue(root: Db, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_overdue_follow_ups(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) {
    await inOrganisation(root, orgId, async (db) => {
      const late = await sql<{ id: string; ownerId: string | null; dueAt: Date }>`
        update follow_up set told_overdue = true where org_id = ${orgId} and closed_at is null and not told_overdue and due_at <= ${now}
        returning id, owner_id as "ownerId", due_at as "dueAt"`.execute(db);
      const events = late.rows.map(({ id, ...data }) => ({ type: 'follow-up.overdue' as const, entity: entityOf({ id }), data }));
      await recordEvents({ db, orgId, actor: systemActor, now }, events);
    });
  }
}
