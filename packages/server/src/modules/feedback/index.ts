/** The door of feedback. */
export { bindFeedback } from './feedback.routes.ts';
export { tellOverdue } from './follow-ups/tell-overdue.ts';
export { feedbackSubscriber } from './hearing/on-events.ts';
export { restoreNeed } from './needs/delete-need.ts';
export { learnSentiment } from './themes/learn-sentiment.ts';
