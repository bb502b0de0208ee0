export { FeedbackPage, FollowUpsPage, NeedsPage, ThemesPage } from './pages.ts';
export { FeedbackOfCase } from './of-case/feedback-of-case.tsx';
export { feedbackSearch } from './inbox/feedback.search.ts';
export { followUpsSearch } from './follow-ups/follow-ups.search.ts';
export { needsSearch } from './needs/needs.search.ts';
