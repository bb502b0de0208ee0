import type { FeedbackRow } from '@zhiheng/contract/feedback/feedback';
import type { feedbackChannel, FeedbackState, feedbackOrder, Polarity } from '@zhiheng/contract/feedback/feedback-kinds';
import type { attemptChannel, followUpResult } from '@zhiheng/contract/feedback/follow-ups';
import type { needPriority } from '@zhiheng/contract/feedback/needs';
import type { needKind, needState } from '@zhiheng/contract/feedback/need-kind';
import type { z } from 'zod';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

type Words<K extends string> = Readonly<Record<K, () => string>>;

export const channelWords: Words<z.infer<typeof feedbackChannel>> = {
  survey: m.feedback_channel_survey,
  'case-rating': m.feedback_channel_case_rating,
  review: m.feedback_channel_review,
  social: m.feedback_channel_social,
  suggestion: m.feedback_channel_suggestion,
  praise: m.feedback_channel_praise,
  letter: m.feedback_channel_letter,
  interview: m.feedback_channel_interview,
  other: m.feedback_channel_other,
};
export const stateWords: Words<FeedbackState> = {
  new: m.feedback_state_new,
  routed: m.feedback_state_routed,
  suggestion: m.feedback_state_suggestion,
  answered: m.feedback_state_answered,
  closed: m.feedback_state_closed,
};
export const stateTones: Readonly<Record<FeedbackState, Tone>> = {
  new: 'near',
  routed: 'note',
  suggestion: 'note',
  answered: 'good',
  closed: 'idle',
};
export const polarityWords: Words<Polarity | 'none'> = {
  positive: m.feedback_polarity_positive,
  negative: m.feedback_polarity_negative,
  unclear: m.feedback_polarity_unclear,
  none: m.feedback_polarity_none,
};
export const polarityTones: Readonly<Record<Polarity | 'none', Tone>> = {
  positive: 'good',
  negative: 'bad',
  unclear: 'idle',
  none: 'idle',
};
export const orderWords: Words<z.infer<typeof feedbackOrder>> = {
  newest: m.feedback_order_newest,
  oldest: m.feedback_order_oldest,
  worst: m.feedback_order_worst,
};
export const resultWords: Words<z.infer<typeof followUpResult>> = {
  recovered: m.feedback_result_recovered,
  'not-recovered': m.feedback_result_not_recovered,
  unreachable: m.feedback_result_unreachable,
};
export const resultTones: Readonly<Record<z.infer<typeof followUpResult>, Tone>> = {
  recovered: 'good',
  'not-recovered': 'bad',
  unreachable: 'idle',
};
export const attemptWords: Words<z.infer<typeof attemptChannel>> = {
  phone: m.feedback_attempt_phone,
  email: m.feedback_attempt_email,
  'on-site': m.feedback_attempt_on_site,
  chat: m.feedback_attempt_chat,
};
export const needKindWords: Words<z.infer<typeof needKind>> = {
  need: m.feedback_need_need,
  pain: m.feedback_need_pain,
  wish: m.feedback_need_wish,
};
export const priorityWords: Words<z.infer<typeof needPriority>> = {
  must: m.feedback_priority_must,
  should: m.feedback_priority_should,
  could: m.feedback_priority_could,
  'not-now': m.feedback_priority_not_now,
};
export const needStateWords: Words<z.infer<typeof needState>> = {
  noted: m.feedback_need_noted,
  'handed-over': m.feedback_need_handed_over,
  'in-work': m.feedback_need_in_work,
  done: m.feedback_need_done,
  declined: m.feedback_need_declined,
};
export const needStateTones: Readonly<Record<z.infer<typeof needState>, Tone>> = {
  noted: 'near',
  'handed-over': 'note',
  'in-work': 'note',
  done: 'good',
  declined: 'idle',
};

/** `4/5`; nothing where nobody gave a score. */
export const scoreText = ({ score, scoreMax }: Pick<FeedbackRow, 'score' | 'scoreMax'>): string | null =>
  score === null ? null : scoreMax === null ? String(score) : `${score}/${scoreMax}`;

export const optionsOf = <K extends string>(words: Words<K>, keys: readonly K[]) => keys.map((value) => ({ value, label: words[value]() }));
