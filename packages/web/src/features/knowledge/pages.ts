import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const KnowledgePage = lazyRouteComponent(() => import('./knowledge-page.tsx'), 'KnowledgePage');
export const ArticlePage = lazyRouteComponent(() => import('./article-page.tsx'), 'ArticlePage');
export const ArticleEditorPage = lazyRouteComponent(() => import('./article-editor-page.tsx'), 'ArticleEditorPage');
export const NewArticlePage = lazyRouteComponent(() => import('./article-editor-page.tsx'), 'NewArticlePage');
