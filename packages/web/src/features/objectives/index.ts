export { ObjectivePage, ObjectivesPage } from './pages.ts';
export { objectivesSearch } from './objectives.search.ts';
