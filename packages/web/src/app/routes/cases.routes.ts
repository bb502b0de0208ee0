import { createRoute } from '@tanstack/react-router';
import {
  CaseCategoriesPage,
  CaseFieldsPage,
  CaseLimitsPage,
  CasePage,
  CasesPage,
  casesSearch,
  listQuery,
  NewCasePage,
  newCaseSearch,
} from '../../features/cases/index.ts';
import { PortalSettingsPage } from '../../features/portal/index.ts';
import { CaseImportPage, caseImportSearch, CaseImportsPage, CaseImportWizardPage } from '../../features/case-imports/index.ts';
import { queryClient } from '../../lib/query-client.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const casesRoutes = [
  createRoute({
    getParentRoute,
    path: 'cases',
    component: CasesPage,
    validateSearch: casesSearch,
    // The list is asked for while the code of its page still comes; a pointer that only passes asks for the code alone.
    beforeLoad: ({ search, preload }) => {
      if (!preload) void queryClient.prefetchInfiniteQuery(listQuery(search));
    },
  }),
  createRoute({ getParentRoute, path: 'cases/new', component: NewCasePage, validateSearch: newCaseSearch }),
  createRoute({ getParentRoute, path: 'cases/$id', component: CasePage }),
  createRoute({ getParentRoute, path: 'admin/case-portal', component: PortalSettingsPage }),
  createRoute({ getParentRoute, path: 'admin/case-categories', component: CaseCategoriesPage }),
  createRoute({ getParentRoute, path: 'admin/case-fields', component: CaseFieldsPage }),
  createRoute({ getParentRoute, path: 'admin/case-limits', component: CaseLimitsPage }),
  createRoute({ getParentRoute, path: 'case-imports', component: CaseImportsPage }),
  createRoute({ getParentRoute, path: 'case-imports/new', component: CaseImportWizardPage, validateSearch: caseImportSearch }),
  createRoute({ getParentRoute, path: 'case-imports/$id', component: CaseImportPage }),
] as const;
