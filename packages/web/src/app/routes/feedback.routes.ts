import { createRoute } from '@tanstack/react-router';
import {
  FeedbackPage,
  feedbackSearch,
  FollowUpsPage,
  followUpsSearch,
  NeedsPage,
  needsSearch,
  ThemesPage,
} from '../../features/feedback/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const feedbackRoutes = [
  createRoute({ getParentRoute, path: 'feedback', component: FeedbackPage, validateSearch: feedbackSearch }),
  createRoute({ getParentRoute, path: 'feedback/follow-ups', component: FollowUpsPage, validateSearch: followUpsSearch }),
  createRoute({ getParentRoute, path: 'feedback/needs', component: NeedsPage, validateSearch: needsSearch }),
  createRoute({ getParentRoute, path: 'feedback/themes', component: ThemesPage }),
] as const;
