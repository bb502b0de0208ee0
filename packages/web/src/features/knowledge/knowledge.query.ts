import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { articleDeflection, getArticle, listArticles, listArticleVersions } from '@zhiheng/contract/knowledge/knowledge';
import { call } from '../../lib/call.ts';
import type { KnowledgeSearch } from './knowledge.search.ts';

export const articlesQuery = ({ q, view, state, service }: KnowledgeSearch) =>
  infiniteQueryOptions({
    queryKey: ['articles', { q, view, state, service }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(listArticles, {
        query: {
          ...{ q, state, serviceId: service, cursor: pageParam, limit: 50 },
          order: view === 'useful' ? 'useful' : undefined,
          needsReview: view === 'review' ? 'true' : undefined,
        },
      }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const articleQuery = (id: string) =>
  queryOptions({ queryKey: ['articles', 'one', id], queryFn: () => call(getArticle, { params: { id } }) });

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['articles', 'versions', id],
    queryFn: () => call(listArticleVersions, { params: { id } }).then(({ items }) => items),
  });

export const deflectionQuery = (from: string, to: string) =>
  queryOptions({ queryKey: ['article-deflection', from, to], queryFn: () => call(articleDeflection, { query: { from, to } }) });
