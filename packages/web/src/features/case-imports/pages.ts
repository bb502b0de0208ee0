import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const CaseImportsPage = lazyRouteComponent(() => import('./case-imports-page.tsx'), 'CaseImportsPage');
export const CaseImportPage = lazyRouteComponent(() => import('./case-import-page.tsx'), 'CaseImportPage');
export const CaseImportWizardPage = lazyRouteComponent(() => import('./case-import-wizard-page.tsx'), 'CaseImportWizardPage');
