import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const UnitsPage = lazyRouteComponent(() => import('./units/units-page.tsx'), 'UnitsPage');
export const ChangesPage = lazyRouteComponent(() => import('./changes/changes-page.tsx'), 'ChangesPage');
export const OrganisationPage = lazyRouteComponent(() => import('./settings/organisation-page.tsx'), 'OrganisationPage');
