import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getResponse, listResponses } from '@zhiheng/contract/surveys/responses';
import { call } from '../../../lib/call.ts';
import type { ResponsesSearch } from '../surveys.search.ts';

/** What a list of answers, and a file of them, is narrowed by. */
export const filterOf = ({ flagged, flag, from, until, q }: ResponsesSearch) => ({
  ...{ flagged: flagged === undefined ? undefined : (String(flagged) as 'true' | 'false'), flag, from, until, q },
});

export const responsesQuery = (surveyId: string, search: ResponsesSearch) =>
  infiniteQueryOptions({
    queryKey: ['surveys', 'responses', surveyId, filterOf(search)],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(listResponses, { params: { id: surveyId }, query: { ...filterOf(search), cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const responseQuery = (id: string) =>
  queryOptions({ queryKey: ['surveys', 'response', id], queryFn: () => call(getResponse, { params: { id } }) });
