export { serviceOptionsQuery, subjectsQuery, unitOptionsQuery } from './subject-options.query.ts';
export { partNames, subjectParts, type SubjectPart } from './subject-part.ts';
export { filterIn, isFiltered, subjectSearchFields } from './subject-search.ts';
export { subjectName } from './subject-name.ts';
export { usePartOptions, type PartOption } from './use-part-options.ts';
export { useScopeWords } from './use-scope-words.ts';
export { SubjectFilterBar } from './subject-filter-bar.tsx';
export { accountOptionsQuery } from './account-options.query.ts';
export { OwnerSelect } from './owner-select.tsx';
