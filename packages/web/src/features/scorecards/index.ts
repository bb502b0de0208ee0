export { ScorecardsPage } from './pages.ts';
export { scorecardsSearch } from './scorecards.search.ts';
