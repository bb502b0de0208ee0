import { sql } from 'kysely';
import type { Subscriber } from '../../../platform/events/subscriber.ts';

/** An invitation whose mail could not be delivered has bounced: nothing more is sent there. */
export const bouncedInvitations: Subscriber = {
  name: 'survey-bounces',
  types: ['mail.failed'],
  async handle({ db, orgId }, events) {
    await sql`
      update survey_invitation i set state = 'bounced', next_at = null, reason = m.reason
      from mail_out m where m.org_id = ${orgId} and m.id = any(${events.map(({ entityId }) => entityId)}::uuid[])
        and m.key like 'notice:survey:%' and i.org_id = ${orgId} and i.id::text = split_part(m.key, ':', 3)
        and i.state in ('waiting', 'sent', 'opened')`.execute(db);
  },
};
