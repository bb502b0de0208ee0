export { ScorecardsPage } from './pages.ts';
