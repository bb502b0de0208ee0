export { PacksPage } from './pages.ts';
