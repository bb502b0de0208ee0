import type { CaseType } from '@zhiheng/contract/cases/case';
import type { CaseQuantity, CountedFrom } from '@zhiheng/contract/measurement/counted-from';
import { m } from '../../paraglide/messages.js';

export const quantityWords: Readonly<Record<CaseQuantity, () => string>> = {
  'response-time': m.library_counted_response_time,
  'resolution-time': m.library_counted_resolution_time,
  'working-response-time': m.library_counted_working_response_time,
  'working-resolution-time': m.library_counted_working_resolution_time,
  attainment: m.library_counted_attainment,
  'promises-kept': m.library_counted_promises_kept,
  rating: m.library_counted_rating,
  reopened: m.library_counted_reopened,
  'first-contact': m.library_counted_first_contact,
  'held-by': m.library_counted_held_by,
  opened: m.library_counted_opened,
  backlog: m.library_counted_backlog,
  'backlog-age': m.library_counted_backlog_age,
  'answered-in-time': m.library_counted_answered_in_time,
  'settled-in-time': m.library_counted_settled_in_time,
  repeated: m.library_counted_repeated,
  'followed-up': m.library_counted_followed_up,
};

export const partyWords: Readonly<Record<NonNullable<CountedFrom['party']>, () => string>> = {
  customer: m.library_counted_party_customer,
  team: m.library_counted_party_team,
  supplier: m.library_counted_party_supplier,
};

export const typeWords: Readonly<Record<CaseType, () => string>> = {
  incident: m.cases_type_incident,
  request: m.cases_type_request,
  question: m.cases_type_question,
  complaint: m.cases_type_complaint,
  'adverse-event': m.cases_type_adverse_event,
  praise: m.cases_type_praise,
};

export const targetWords: Readonly<Record<NonNullable<CountedFrom['targets']>[number], () => string>> = {
  'first-response': m.cases_target_first_response,
  'next-reply': m.cases_target_next_reply,
  'periodic-update': m.cases_target_periodic_update,
  resolution: m.cases_target_resolution,
  'requester-wait': m.cases_target_requester_wait,
  'agent-work': m.cases_target_agent_work,
};

/** What of which cases is counted, in words. */
export function countedFromText({ quantity, types = [], priorities = [], targets = [], party }: CountedFrom): string {
  const of = [
    ...types.map((type) => typeWords[type]()),
    ...priorities.map((priority) => priority.toUpperCase()),
    ...targets.map((target) => targetWords[target]()),
    ...(party === undefined ? [] : [m.library_counted_party_of({ party: partyWords[party]() })]),
  ];
  return m.library_counted_cases({ what: [quantityWords[quantity](), ...of].join(' · ') });
}
