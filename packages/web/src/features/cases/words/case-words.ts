import type {
  caseChannel,
  caseClock,
  CaseStatus,
  CaseType,
  clockState,
  complaintCause,
  complaintKind,
  linkKind,
  loopStep,
  priority,
  severity,
} from '@zhiheng/contract/cases/case';
import type { z } from 'zod';
import { m } from '../../../paraglide/messages.js';

type Words<K extends string> = Readonly<Record<K, () => string>>;

export type Priority = z.infer<typeof priority>;
export type Severity = z.infer<typeof severity>;
export type Channel = z.infer<typeof caseChannel>;
export type Cause = z.infer<typeof complaintCause>;
export type ComplaintKind = z.infer<typeof complaintKind>;
export type LinkKind = z.infer<typeof linkKind>;
export type LoopStep = z.infer<typeof loopStep>['step'];
export type Target = z.infer<typeof caseClock>['target'];
export type ClockState = z.infer<typeof clockState>;

export const typeWords: Words<CaseType> = {
  incident: m.cases_type_incident,
  request: m.cases_type_request,
  question: m.cases_type_question,
  complaint: m.cases_type_complaint,
  'adverse-event': m.cases_type_adverse_event,
  praise: m.cases_type_praise,
};

export const statusWords: Words<CaseStatus> = {
  new: m.cases_status_new,
  open: m.cases_status_open,
  'awaiting-customer': m.cases_status_awaiting_customer,
  'awaiting-supplier': m.cases_status_awaiting_supplier,
  'on-hold': m.cases_status_on_hold,
  resolved: m.cases_status_resolved,
  'following-up': m.cases_status_following_up,
  closed: m.cases_status_closed,
  cancelled: m.cases_status_cancelled,
  merged: m.cases_status_merged,
};

/** What a button says that takes a case to a status. */
const transitionWords: Words<CaseStatus> = {
  new: m.cases_status_new,
  open: m.cases_to_open,
  'awaiting-customer': m.cases_to_awaiting_customer,
  'awaiting-supplier': m.cases_to_awaiting_supplier,
  'on-hold': m.cases_to_on_hold,
  resolved: m.cases_to_resolved,
  'following-up': m.cases_to_following_up,
  closed: m.cases_to_closed,
  cancelled: m.cases_to_cancelled,
  merged: m.cases_merge,
};

const wasOver: ReadonlySet<CaseStatus> = new Set(['resolved', 'following-up', 'closed', 'cancelled']);

export const transitionWord = (from: CaseStatus, to: CaseStatus): string =>
  to === 'open' && wasOver.has(from) ? m.cases_to_reopen() : transitionWords[to]();

export const priorityWords: Words<Priority> = {
  p1: m.cases_priority_p1,
  p2: m.cases_priority_p2,
  p3: m.cases_priority_p3,
  p4: m.cases_priority_p4,
};

export const severityWords: Words<Severity> = {
  critical: m.cases_severity_critical,
  major: m.cases_severity_major,
  minor: m.cases_severity_minor,
  slight: m.cases_severity_slight,
};

export const channelWords: Words<Channel> = {
  portal: m.cases_channel_portal,
  email: m.cases_channel_email,
  phone: m.cases_channel_phone,
  chat: m.cases_channel_chat,
  api: m.cases_channel_api,
  'on-site': m.cases_channel_on_site,
  import: m.cases_channel_import,
};

export const causeWords: Words<Cause> = {
  technical: m.cases_cause_technical,
  service: m.cases_cause_service,
  management: m.cases_cause_management,
};

export const complaintKindWords: Words<ComplaintKind> = {
  interruption: m.cases_complaint_interruption,
  fault: m.cases_complaint_fault,
  'wrong-information': m.cases_complaint_wrong_information,
  attitude: m.cases_complaint_attitude,
  delay: m.cases_complaint_delay,
  billing: m.cases_complaint_billing,
  other: m.cases_complaint_other,
};

export const linkWords: Words<LinkKind> = {
  related: m.cases_link_related,
  'duplicate-of': m.cases_link_duplicate_of,
  'caused-by': m.cases_link_caused_by,
  'child-of': m.cases_link_child_of,
  'split-from': m.cases_link_split_from,
};

export const targetWords: Words<Target> = {
  'first-response': m.cases_target_first_response,
  'next-reply': m.cases_target_next_reply,
  'periodic-update': m.cases_target_periodic_update,
  resolution: m.cases_target_resolution,
  'requester-wait': m.cases_target_requester_wait,
  'agent-work': m.cases_target_agent_work,
};

export const clockStateWords: Words<ClockState> = {
  running: m.cases_clock_running,
  paused: m.cases_clock_paused,
  'held-by-others': m.cases_clock_held,
  excluded: m.cases_clock_excluded,
  overdue: m.cases_clock_overdue,
  met: m.cases_clock_met,
  missed: m.cases_clock_missed,
  cancelled: m.cases_clock_cancelled,
  reset: m.cases_clock_reset,
};

export const loopWords: Words<LoopStep> = {
  accepted: m.cases_loop_accepted,
  'first-response': m.cases_loop_first_response,
  cause: m.cases_loop_cause,
  result: m.cases_loop_result,
  'follow-up': m.cases_loop_follow_up,
  'second-rating': m.cases_loop_second_rating,
  confirmed: m.cases_loop_confirmed,
};

/** Options of a select from a table of words. */
export const optionsOf = <K extends string>(words: Words<K>, keys: readonly K[]): { value: K; label: string }[] =>
  keys.map((value) => ({ value, label: words[value]() }));
