export { ArticleEditorPage, ArticlePage, KnowledgePage, NewArticlePage } from './pages.ts';
export { articleSearch, knowledgeSearch } from './knowledge.search.ts';
