export { QuarantinePage } from './pages.ts';
