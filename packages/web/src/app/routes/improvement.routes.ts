import { createRoute } from '@tanstack/react-router';
import { ProjectPage, projectSearch, ProjectsPage, projectsSearch } from '../../features/improvement/index.ts';
import { PlanPage, PlansPage, plansSearch } from '../../features/planning/index.ts';
import { ReviewPage, ReviewsPage, reviewsSearch } from '../../features/reviews/index.ts';
import { SuggestionsPage, suggestionsSearch } from '../../features/suggestions/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const improvementRoutes = [
  createRoute({ getParentRoute, path: 'projects', component: ProjectsPage, validateSearch: projectsSearch }),
  createRoute({ getParentRoute, path: 'projects/$id', component: ProjectPage, validateSearch: projectSearch }),
  createRoute({ getParentRoute, path: 'plans', component: PlansPage, validateSearch: plansSearch }),
  createRoute({ getParentRoute, path: 'plans/$id', component: PlanPage }),
  createRoute({ getParentRoute, path: 'reviews', component: ReviewsPage, validateSearch: reviewsSearch }),
  createRoute({ getParentRoute, path: 'reviews/$id', component: ReviewPage }),
  createRoute({ getParentRoute, path: 'suggestions', component: SuggestionsPage, validateSearch: suggestionsSearch }),
] as const;
