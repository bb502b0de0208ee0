import { createRoute } from '@tanstack/react-router';
import { CustomersPage, customersSearch, SegmentRulesPage } from '../../features/customers/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const customersRoutes = [
  createRoute({ getParentRoute, path: 'customers', component: CustomersPage, validateSearch: customersSearch }),
  createRoute({ getParentRoute, path: 'customers/segments', component: SegmentRulesPage }),
] as const;
