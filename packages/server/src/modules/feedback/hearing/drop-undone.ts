import { sql } from 'kysely';
import type { DomainEvent } from '../../../platform/events/subscriber.ts';
import type { Operation } from '../../../platform/operation.ts';

/** What came with an import of answers goes with it, unless somebody has done something about it. */
export async function dropUndone({ db, orgId }: Operation, events: readonly DomainEvent[]): Promise<void> {
  const surveys = [...new Set(events.map(({ data }) => String(data['surveyId'])))];
  if (surveys.length === 0) return;
  await sql`
    delete from feedback f
    where f.org_id = ${orgId} and f.channel = 'survey' and f.survey_id = any(${surveys}::uuid[]) and f.response_id is not null
      and f.state = 'new' and f.owner_id is null and f.case_id is null and f.tags = '{}' and f.themes_by = 'rule' and f.polarity_by = 'model'
      and not exists (select from survey_response r where r.org_id = ${orgId} and r.id = f.response_id)
      and not exists (select from follow_up u where u.org_id = ${orgId} and u.feedback_id = f.id)`.execute(db);
}
