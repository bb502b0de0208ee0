export { QuarantinePage } from './pages.ts';
export { quarantineSearch } from './quarantine.search.ts';
