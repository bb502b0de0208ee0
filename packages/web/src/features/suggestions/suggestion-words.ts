import type { SuggestionState } from '@zhiheng/contract/improvement/suggestion-kind';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

export const stateWords: Readonly<Record<SuggestionState, () => string>> = {
  new: m.suggestions_state_new,
  considering: m.suggestions_state_considering,
  accepted: m.suggestions_state_accepted,
  declined: m.suggestions_state_declined,
  done: m.suggestions_state_done,
  withdrawn: m.suggestions_state_withdrawn,
};
export const stateTones: Readonly<Record<SuggestionState, Tone>> = {
  new: 'note',
  considering: 'near',
  accepted: 'good',
  declined: 'idle',
  done: 'good',
  withdrawn: 'idle',
};
