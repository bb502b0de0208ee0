import type { DomainEvent, Subscriber } from '../../../platform/events/subscriber.ts';
import { openForLowRatings, openForLowScores } from '../follow-ups/open-for-low-scores.ts';
import { dropUndone } from './drop-undone.ts';
import { takeAnswers } from './take-answers.ts';
import { takeRatings } from './take-ratings.ts';

/** Takes what people wrote in surveys and with their ratings into the inbox, and opens follow-ups of those who were not content. */
export const feedbackSubscriber: Subscriber = {
  name: 'feedback',
  types: [
    'survey.answered',
    'survey.answers-released',
    'survey.responses-imported',
    'survey-import.undone',
    'survey.low-score',
    'case.rated',
  ],
  async handle(operation, events) {
    const of = (...types: readonly DomainEvent['type'][]) => events.filter(({ type }) => types.includes(type));
    await takeAnswers(operation, of('survey.answered', 'survey.answers-released', 'survey.responses-imported'));
    await dropUndone(operation, of('survey-import.undone'));
    await takeRatings(operation, of('case.rated'));
    await openForLowScores(operation, of('survey.low-score'));
    await openForLowRatings(operation, of('case.rated'));
  },
};
