export { ArticleText } from './article-text.tsx';
export { ArticleEditorPage, ArticlePage, KnowledgePage, NewArticlePage } from './pages.ts';
export { articleSearch, knowledgeSearch, newArticleSearch } from './knowledge.search.ts';
export { articleAsReply } from './suggestions/article-as-reply.ts';
export { SuggestionList } from './suggestions/suggestion-list.tsx';
export { useSuggestions, type Suggestions } from './suggestions/suggestions.query.ts';
