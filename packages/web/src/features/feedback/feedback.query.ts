import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { countFeedback, getFeedback, listFeedback, type FeedbackFilter } from '@zhiheng/contract/feedback/feedback';
import { followUpReport, getFollowUp, listFollowUps } from '@zhiheng/contract/feedback/follow-ups';
import { listNeeds, readHouse } from '@zhiheng/contract/feedback/needs';
import { listThemes, sentimentQuality, suggestThemes } from '@zhiheng/contract/feedback/themes';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { call } from '../../lib/call.ts';

type Order = NonNullable<NonNullable<CallInput<typeof listFeedback>['query']>['order']>;
type View = NonNullable<NonNullable<CallInput<typeof listFollowUps>['query']>['view']>;

/** What is new comes in by itself. */
const watchMilliseconds = 15_000;

export const feedbackQuery = (filter: FeedbackFilter, order: Order) =>
  infiniteQueryOptions({
    queryKey: ['feedback', 'list', filter, order],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(listFeedback, { query: { ...filter, order, cursor: pageParam } }, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
    // The list stays while a filter is changed: a search does not flicker.
    placeholderData: (before) => before,
    refetchInterval: watchMilliseconds,
  });

export const feedbackCountsQuery = queryOptions({
  queryKey: ['feedback', 'counts'],
  queryFn: ({ signal }) => call(countFeedback, {}, { signal }),
  refetchInterval: watchMilliseconds,
});

export const oneFeedbackQuery = (id: string) =>
  queryOptions({ queryKey: ['feedback', 'one', id], queryFn: ({ signal }) => call(getFeedback, { params: { id } }, { signal }) });

export const themesQuery = queryOptions({
  queryKey: ['feedback', 'themes'],
  queryFn: ({ signal }) => call(listThemes, {}, { signal }).then(({ items }) => items),
});

export const themeSuggestionsQuery = (trade: string | undefined) =>
  queryOptions({
    queryKey: ['feedback', 'theme-suggestions', trade],
    queryFn: ({ signal }) => call(suggestThemes, { query: { trade } }, { signal }),
    placeholderData: (before) => before,
  });

export const sentimentQuery = queryOptions({
  queryKey: ['feedback', 'sentiment'],
  queryFn: ({ signal }) => call(sentimentQuality, {}, { signal }),
});

export const followUpsQuery = (view: View) =>
  infiniteQueryOptions({
    queryKey: ['follow-ups', 'list', view],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(listFollowUps, { query: { view, cursor: pageParam } }, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: watchMilliseconds,
  });

export const followUpQuery = (id: string) =>
  queryOptions({ queryKey: ['follow-ups', 'one', id], queryFn: ({ signal }) => call(getFollowUp, { params: { id } }, { signal }) });

export const followUpReportQuery = (from: string, until: string) =>
  queryOptions({
    queryKey: ['follow-ups', 'report', from, until],
    queryFn: ({ signal }) => call(followUpReport, { query: { from, until } }, { signal }),
  });

type NeedFilter = Omit<NonNullable<CallInput<typeof listNeeds>['query']>, 'cursor' | 'limit'>;
export const needsQuery = (filter: NeedFilter) =>
  infiniteQueryOptions({
    queryKey: ['customer-needs', 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(listNeeds, { query: { ...filter, cursor: pageParam } }, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });

export const houseQuery = (serviceId: string | undefined, segmentId: string | undefined) =>
  queryOptions({
    queryKey: ['customer-needs', 'house', serviceId, segmentId],
    queryFn: ({ signal }) => call(readHouse, { query: { serviceId, segmentId } }, { signal }),
    placeholderData: (before) => before,
  });
