import { createRoute } from '@tanstack/react-router';
import {
  CaseCategoriesPage,
  CaseFieldsPage,
  CasePage,
  CasesPage,
  casesSearch,
  NewCasePage,
  newCaseSearch,
} from '../../features/cases/index.ts';
import { PortalSettingsPage } from '../../features/portal/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const casesRoutes = [
  createRoute({ getParentRoute, path: 'cases', component: CasesPage, validateSearch: casesSearch }),
  createRoute({ getParentRoute, path: 'cases/new', component: NewCasePage, validateSearch: newCaseSearch }),
  createRoute({ getParentRoute, path: 'cases/$id', component: CasePage }),
  createRoute({ getParentRoute, path: 'admin/case-portal', component: PortalSettingsPage }),
  createRoute({ getParentRoute, path: 'admin/case-categories', component: CaseCategoriesPage }),
  createRoute({ getParentRoute, path: 'admin/case-fields', component: CaseFieldsPage }),
] as const;
