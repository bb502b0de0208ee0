export { openDataSearch } from './open-data.search.ts';
export { OpenDataPage } from './pages.ts';
