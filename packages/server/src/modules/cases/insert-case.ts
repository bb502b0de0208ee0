import { sql } from 'kysely';
import type { Operation } from '../../platform/operation.ts';
import type { insertEvents } from '../../platform/record-event.ts';
import { wordsIn } from '../../platform/database/search-words.rules.ts';
import type { ClockRow } from './clock-rows.rules.ts';
import type { CompletedDraft } from './complete-draft.ts';
import { textsOf } from './fields/custom-values.rules.ts';
import type { Projection } from './project-clocks.rules.ts';
import { writeAlerts, writeClocks } from './stored-clocks.ts';

interface NewCase {
  readonly id: string;
  readonly number: string;
  readonly firstContact: string | null;
  readonly revision: string;
  readonly event: ClockRow;
  readonly projection: Projection;
  /** what the log is told */
  readonly told: ReturnType<typeof insertEvents>;
}

/** Case, first event, log, clocks and what is late already in one statement: opening a case is what a desk does all day. */
export async function insertCase({ db, orgId, now }: Operation, draft: CompletedDraft, made: NewCase): Promise<void> {
  const { id, number, event, projection } = made;
  const words = wordsIn([number, draft.subject, draft.description, draft.contactName, ...draft.tags, textsOf(draft.custom)].join(' '));
  const { due_at, due_target, due_state } = projection.next;
  await sql`/* open-case */
    with opened as (
      insert into service_case (org_id, id, number, type, subject, description, status, priority, severity, channel, service_id, category_id, site_id,
        customer_id, segment_id, contract_id, contact_name, contact_email, contact_phone, team_id, assignee_id, supplier_id, first_contact_id, cause,
        complaint_kind, remedy, restricted, anonymous, custom, tags, language, opened_at, last_from, due_at, due_target, due_state, counted_with,
        words, updated_at)
      values (${orgId}, ${id}, ${number}, ${draft.type}, ${draft.subject}, ${draft.description}, 'new', ${draft.priority}, ${draft.severity},
        ${draft.channel}, ${draft.serviceId}, ${draft.categoryId}, ${draft.siteId}, ${draft.customerId}, ${draft.segmentId}, ${draft.contractId},
        ${draft.contactName}, ${draft.contactEmail}, ${draft.contactPhone}, ${draft.teamId}, ${draft.assigneeId}, ${draft.supplierId},
        ${made.firstContact}, ${draft.cause}, ${draft.complaintKind}, ${draft.remedy}, ${draft.type === 'adverse-event'}, ${draft.anonymous},
        ${JSON.stringify(draft.custom)}, ${[...draft.tags]}, ${draft.language}, ${event.at}, 'customer', to_timestamp(${due_at}::float8), ${due_target},
        ${due_state}, ${made.revision}, array_to_tsvector(${words}::text[]), ${now})),
    happened as (
      insert into clock_event (org_id, case_id, seq, at, status, party, detail)
      values (${orgId}, ${id}, 1, ${event.at}, ${event.status}, ${event.party}, ${JSON.stringify(event.detail)})),
    told as (${made.told}),
    alerted as (${writeAlerts(orgId, [{ id, projection }])})
    ${writeClocks(orgId, [{ id, projection }])}`.execute(db);
}
