export { CollectionsPage } from './pages.ts';
