export { ProbesPage } from './pages.ts';
export { probesQuery } from './probes.query.ts';
export { probesSearch } from './probes.search.ts';
