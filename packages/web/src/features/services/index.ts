export { ServicesPage } from './pages.ts';
export { servicesSearch } from './services.search.ts';
