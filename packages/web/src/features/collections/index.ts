export { CollectionsPage, EntrySheetPage } from './pages.ts';
export { collectionsSearch } from './collections.search.ts';
