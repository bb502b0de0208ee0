import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listProjects } from '@zhiheng/contract/improvement/projects';
import { getReview, listReviews } from '@zhiheng/contract/improvement/reviews';
import { call } from '../../lib/call.ts';
import type { ReviewsSearch } from './reviews.search.ts';

export const reviewsQuery = ({ kind }: ReviewsSearch) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'list', { kind }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listReviews, { query: { kind, cursor: pageParam, limit: 100 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const reviewQuery = (id: string) =>
  queryOptions({ queryKey: ['reviews', 'one', id], queryFn: () => call(getReview, { params: { id } }) });

/** Projects to which a decision can belong: those that are neither closed nor stopped. */
export const openProjectsQuery = queryOptions({
  queryKey: ['projects', 'open'],
  queryFn: () =>
    call(listProjects, { query: { limit: 200 } }).then(({ items }) =>
      items.filter(({ state }) => state !== 'closed' && state !== 'stopped'),
    ),
});
