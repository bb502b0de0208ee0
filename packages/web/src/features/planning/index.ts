export { PlanPage, PlansPage } from './pages.ts';
export { plansSearch } from './planning.search.ts';
