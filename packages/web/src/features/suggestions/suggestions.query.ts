import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getSuggestionSettings, listSuggestions, suggestionLeaders } from '@zhiheng/contract/improvement/suggestions';
import { call } from '../../lib/call.ts';
import type { SuggestionsSearch } from './suggestions.search.ts';

export const suggestionsQuery = ({ q, state, mine }: SuggestionsSearch) =>
  infiniteQueryOptions({
    queryKey: ['suggestions', 'list', { q, state, mine }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(listSuggestions, { query: { q, state, ...(mine === true ? { mine: 'true' } : {}), cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const leadersQuery = queryOptions({ queryKey: ['suggestions', 'leaders'], queryFn: () => call(suggestionLeaders) });
export const settingsQuery = queryOptions({ queryKey: ['suggestions', 'settings'], queryFn: () => call(getSuggestionSettings) });
