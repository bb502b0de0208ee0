import type { CasesSearch } from './cases.search.ts';

// Where somebody came from is neither on the server nor in the address of the case: it lasts as long as the page.
let last: CasesSearch = {};

/** The list as it was seen last, so that the way back leads there. */
export const lastList = (): CasesSearch => last;
export function rememberList(search: CasesSearch): void {
  last = search;
}
