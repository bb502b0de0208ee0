import { casesQuery } from '../cases.query.ts';
import { filterOf, type CasesSearch } from './cases.search.ts';

/** What a list shows first unless it is asked otherwise. */
export const usualOrder = 'due';

/** The cases of a list. */
export const listQuery = (search: CasesSearch) => casesQuery(filterOf(search), search.order ?? usualOrder);
