import { createRoute } from '@tanstack/react-router';
import { AnalysisPage, CausesPage, causesSearch, FailuresPage, failuresSearch } from '../../features/causes/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const causesRoutes = [
  createRoute({ getParentRoute, path: 'causes', component: CausesPage, validateSearch: causesSearch }),
  createRoute({ getParentRoute, path: 'causes/$id', component: AnalysisPage }),
  createRoute({ getParentRoute, path: 'service-failures', component: FailuresPage, validateSearch: failuresSearch }),
] as const;
