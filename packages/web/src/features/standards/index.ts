export { StandardEditorPage, StandardPage, StandardsPage } from './pages.ts';
export { standardSearch, standardsSearch } from './standards.search.ts';
