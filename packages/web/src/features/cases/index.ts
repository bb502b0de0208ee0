export { CaseCategoriesPage, CasePage, CasesPage, NewCasePage } from './pages.ts';
export { casesSearch } from './list/cases.search.ts';
export { newCaseSearch } from './new/new-case.search.ts';
