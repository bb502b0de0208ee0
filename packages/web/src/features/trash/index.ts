export { TrashPage } from './pages.ts';
