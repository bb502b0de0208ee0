export { ImportsPage } from './pages.ts';
