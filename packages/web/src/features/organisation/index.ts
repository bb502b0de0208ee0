export { ChangesPage, OrganisationPage, UnitsPage } from './pages.ts';
