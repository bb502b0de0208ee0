import type { CaseType } from '@zhiheng/contract/cases/case';
import type { CustomerPromise, CustomerState } from '@zhiheng/contract/cases/portal';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

type Words<K extends string> = Readonly<Record<K, () => string>>;

/** The kinds of cases as a customer would call them. */
export const typeWords: Words<CaseType> = {
  incident: m.portal_type_incident,
  request: m.portal_type_request,
  question: m.portal_type_question,
  complaint: m.portal_type_complaint,
  'adverse-event': m.portal_type_adverse_event,
  praise: m.portal_type_praise,
};

export const stateWords: Words<CustomerState> = {
  received: m.portal_state_received,
  'in-progress': m.portal_state_in_progress,
  'waiting-for-you': m.portal_state_waiting_for_you,
  solved: m.portal_state_solved,
  closed: m.portal_state_closed,
  cancelled: m.portal_state_cancelled,
  merged: m.portal_state_merged,
};

export const stateTones: Readonly<Record<CustomerState, Tone>> = {
  received: 'note',
  'in-progress': 'note',
  'waiting-for-you': 'near',
  solved: 'good',
  closed: 'idle',
  cancelled: 'idle',
  merged: 'note',
};

export const targetWords: Words<CustomerPromise['target']> = {
  'first-response': m.portal_promise_first_response,
  'next-reply': m.portal_promise_next_reply,
  'periodic-update': m.portal_promise_periodic_update,
  resolution: m.portal_promise_resolution,
};

export const promiseBadges: Readonly<Record<CustomerPromise['state'], { readonly tone: Tone; readonly word: () => string }>> = {
  due: { tone: 'note', word: m.portal_promise_word_due },
  late: { tone: 'bad', word: m.portal_promise_word_late },
  waiting: { tone: 'idle', word: m.portal_promise_word_waiting },
  kept: { tone: 'good', word: m.portal_promise_word_kept },
  missed: { tone: 'bad', word: m.portal_promise_word_missed },
};

/** How satisfied, from 1. */
export const satisfactionWords: readonly (() => string)[] = [
  m.portal_rate_1,
  m.portal_rate_2,
  m.portal_rate_3,
  m.portal_rate_4,
  m.portal_rate_5,
];
