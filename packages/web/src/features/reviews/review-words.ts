import type { ReviewKind, ReviewState } from '@zhiheng/contract/improvement/review-kind';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

export const kindWords: Readonly<Record<ReviewKind, () => string>> = {
  service: m.reviews_kind_service,
  improvement: m.reviews_kind_improvement,
};
export const stateWords: Readonly<Record<ReviewState, () => string>> = {
  planned: m.reviews_state_planned,
  held: m.reviews_state_held,
  cancelled: m.reviews_state_cancelled,
};
export const stateTones: Readonly<Record<ReviewState, Tone>> = { planned: 'note', held: 'good', cancelled: 'idle' };
export const severityWords = { high: m.reviews_severity_high, medium: m.reviews_severity_medium, low: m.reviews_severity_low } as const;
export const severityTones = { high: 'bad', medium: 'near', low: 'idle' } as const satisfies Record<keyof typeof severityWords, Tone>;
