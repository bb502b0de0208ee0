import type { SurveyState } from '@zhiheng/contract/surveys/surveys';
import { m } from '../../paraglide/messages.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';

export const stateWords: Readonly<Record<SurveyState, () => string>> = {
  draft: m.surveys_state_draft,
  open: m.surveys_state_open,
  closed: m.surveys_state_closed,
};
const tones: Readonly<Record<SurveyState, Tone>> = { draft: 'note', open: 'good', closed: 'idle' };

export const SurveyStateBadge = ({ state }: { readonly state: SurveyState }) => (
  <StatusBadge tone={tones[state]}>{stateWords[state]()}</StatusBadge>
);
