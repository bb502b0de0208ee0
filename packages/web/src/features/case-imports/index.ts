export { CaseImportPage, CaseImportsPage, CaseImportWizardPage } from './pages.ts';
export { caseImportSearch } from './case-import-wizard.search.ts';
