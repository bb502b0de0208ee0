import { createRoute } from '@tanstack/react-router';
import {
  ArticleEditorPage,
  ArticlePage,
  articleSearch,
  KnowledgePage,
  knowledgeSearch,
  NewArticlePage,
  newArticleSearch,
} from '../../features/knowledge/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const knowledgeRoutes = [
  createRoute({ getParentRoute, path: 'knowledge', component: KnowledgePage, validateSearch: knowledgeSearch }),
  createRoute({ getParentRoute, path: 'knowledge/new', component: NewArticlePage, validateSearch: newArticleSearch }),
  createRoute({ getParentRoute, path: 'knowledge/$id', component: ArticlePage, validateSearch: articleSearch }),
  createRoute({ getParentRoute, path: 'knowledge/$id/edit', component: ArticleEditorPage }),
] as const;
