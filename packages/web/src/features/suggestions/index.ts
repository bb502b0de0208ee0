export { SuggestionsPage } from './pages.ts';
export { suggestionsSearch } from './suggestions.search.ts';
