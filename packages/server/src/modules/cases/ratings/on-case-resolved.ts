import { sql } from 'kysely';
import type { DomainEvent, Subscriber } from '../../../platform/events/subscriber.ts';
import type { Operation } from '../../../platform/operation.ts';
import { ratingRuleOf, readPortalSettings } from '../portal/portal-settings.ts';

const isResolution = ({ data }: DomainEvent): boolean => (data['status'] as { readonly to?: unknown } | undefined)?.to === 'resolved';

/** Notes that a rating is to be asked for after each solution of a case whose type asks for one. Heard twice, it is noted once. */
export const ratingSubscriber: Subscriber = {
  name: 'case-ratings',
  types: ['case.changed'],
  async handle(operation, events) {
    const resolved = events.filter(isResolution);
    if (resolved.length === 0) return;
    const settings = await readPortalSettings(operation);
    for (const event of resolved) {
      const asked = await solvedCase(operation, event.entityId);
      const rule = asked === null ? null : ratingRuleOf(settings, asked.type);
      if (asked === null || rule?.asked !== true) continue;
      const at = new Date(event.at.getTime() + rule.delayHours * 3_600_000);
      await sql`
        insert into case_rating_request (org_id, case_id, resolution, next_at)
        values (${operation.orgId}, ${event.entityId}, ${asked.reopened + 1}, ${at}) on conflict do nothing`.execute(operation.db);
    }
  },
};

interface Solved {
  readonly type: string;
  readonly reopened: number;
}

/** Null when it was opened again in the meantime, or was imported with its history. */
async function solvedCase({ db, orgId }: Operation, id: string): Promise<Solved | null> {
  const { rows } = await sql<Solved>`
    select type, reopened from service_case
    where org_id = ${orgId} and id = ${id} and status in ('resolved', 'following-up', 'closed') and source_id is null`.execute(db);
  return rows[0] ?? null;
}
