import { createRoute } from '@tanstack/react-router';
import { StandardEditorPage, StandardPage, standardSearch, StandardsPage, standardsSearch } from '../../features/standards/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const standardsRoutes = [
  createRoute({ getParentRoute, path: 'standards', component: StandardsPage, validateSearch: standardsSearch }),
  createRoute({ getParentRoute, path: 'standards/$id', component: StandardPage, validateSearch: standardSearch }),
  createRoute({ getParentRoute, path: 'standards/$id/edit', component: StandardEditorPage }),
] as const;
