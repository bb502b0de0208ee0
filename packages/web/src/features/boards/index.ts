export { HomePage, SharedBoardPage, SharedBoardsPage } from './pages.ts';
