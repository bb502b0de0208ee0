import type { FeedbackChange } from '@zhiheng/contract/feedback/feedback';
import type { FeedbackState, Polarity } from '@zhiheng/contract/feedback/feedback-kinds';

/** What a change looks at of a feedback. */
export interface Changeable {
  readonly id: string;
  readonly state: FeedbackState;
  readonly ownerId: string | null;
  readonly tags: readonly string[];
  readonly caseId: string | null;
  readonly answered: boolean;
}

/** Why a feedback may not come to a state by hand; null when it may. Only a case makes it routed, only an answer answered; a case is not forgotten. */
export function refusalOf({ caseId, answered }: Pick<Changeable, 'caseId' | 'answered'>, state: FeedbackState): string | null {
  switch (state) {
    case 'routed':
      return caseId === null ? 'feedback_has_no_case' : null;
    case 'answered':
      return answered ? null : 'feedback_not_answered';
    case 'new':
      return caseId === null ? null : 'feedback_has_case';
    case 'suggestion':
    case 'closed':
      return null;
    default:
      return state satisfies never;
  }
}

const mostTags = 30;

/** The tags after a change, each once, in their order. */
export const changedTags = (tags: readonly string[], { addTags = [], removeTags = [] }: FeedbackChange): string[] =>
  [...new Set([...tags.filter((tag) => !removeTags.includes(tag)), ...addTags])].slice(0, mostTags);

/** Who judged last, once somebody says what it sounds like or gives that back to the model. */
export const judgedBy = (polarity: Polarity | null): 'hand' | 'model' => (polarity === null ? 'model' : 'hand');
