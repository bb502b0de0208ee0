export { ImportsPage, ImportPage, ImportWizardPage } from './pages.ts';
export { wizardSearch } from './import-wizard.search.ts';
