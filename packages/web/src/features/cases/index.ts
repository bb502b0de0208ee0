export { CaseCategoriesPage, CaseFieldsPage, CasePage, CasesPage, NewCasePage } from './pages.ts';
export { CaseStatusBadge } from './words/case-status-badge.tsx';
export { casesSearch } from './list/cases.search.ts';
export { newCaseSearch } from './new/new-case.search.ts';
export { priorityWords, statusWords, typeWords } from './words/case-words.ts';
