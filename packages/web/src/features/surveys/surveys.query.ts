import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getInstrument, getSurvey, getSurveyVersion, listInstruments, listSurveys } from '@zhiheng/contract/surveys/surveys';
import type { Locale } from '@zhiheng/contract/values/text';
import { call } from '../../lib/call.ts';
import type { SurveysSearch } from './surveys.search.ts';

export const surveysQuery = ({ q, state, order }: SurveysSearch, locale: Locale) =>
  infiniteQueryOptions({
    queryKey: ['surveys', 'list', { q, state, order, locale }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listSurveys, { query: { q, state, order, locale, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const surveyQuery = (id: string) =>
  queryOptions({ queryKey: ['surveys', 'one', id], queryFn: () => call(getSurvey, { params: { id } }) });

/** A published version never changes. */
export const versionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['surveys', 'version', id, number],
    queryFn: () => call(getSurveyVersion, { params: { id, number } }),
    staleTime: Infinity,
  });

export const instrumentsQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: () => call(listInstruments).then(({ items }) => items),
});

export const instrumentQuery = (code: string) =>
  queryOptions({ queryKey: ['instruments', code], queryFn: () => call(getInstrument, { params: { code } }) });
