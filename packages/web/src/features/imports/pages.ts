import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const ImportsPage = lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage');
export const ImportPage = lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage');
export const ImportWizardPage = lazyRouteComponent(() => import('./import-wizard-page.tsx'), 'ImportWizardPage');
