export { CaseCategoriesPage, CaseFieldsPage, CaseLimitsPage, CasePage, CasesPage, NewCasePage } from './pages.ts';
export { CaseStatusBadge } from './words/case-status-badge.tsx';
export { categoriesQuery } from './cases.query.ts';
export { fieldWords } from './case/field-words.ts';
export { useCustomFields } from './custom/custom-fields.query.ts';
export { usePeople } from './people/use-people.ts';
export {
  causeWords,
  channelWords,
  complaintKindWords,
  optionsOf,
  priorityWords,
  severityWords,
  statusWords,
  targetWords,
  typeWords,
} from './words/case-words.ts';
export { casesSearch } from './list/cases.search.ts';
export { listQuery } from './list/list.query.ts';
export { newCaseSearch } from './new/new-case.search.ts';
