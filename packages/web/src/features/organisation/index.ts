export { changesSearch } from './changes/changes.search.ts';
export { ChangesPage, OrganisationPage, UnitsPage } from './pages.ts';
export { unitsSearch } from './units/units.search.ts';
