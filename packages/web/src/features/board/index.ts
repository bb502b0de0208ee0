export { BoardPage } from './pages.ts';
export { boardSearch } from './board.search.ts';
