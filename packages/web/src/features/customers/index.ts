export { CustomersPage, SegmentRulesPage } from './pages.ts';
export { customersSearch } from './customers.search.ts';
