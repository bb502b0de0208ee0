export { ServicesPage } from './pages.ts';
