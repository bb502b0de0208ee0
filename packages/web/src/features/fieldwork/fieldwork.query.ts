import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { getCoderAgreement, getRaterAgreement } from '@zhiheng/contract/fieldwork/agreement';
import { getCodeMatrix, listFieldCodes, listFieldQuotes } from '@zhiheng/contract/fieldwork/codes';
import { getFieldResults } from '@zhiheng/contract/fieldwork/results';
import { getFieldNotes, getFieldSession, listFieldSessions, type FieldSessionFilter } from '@zhiheng/contract/fieldwork/sessions';
import { listFieldSheets } from '@zhiheng/contract/fieldwork/sheets';
import { getFieldStudy, getGuideVersion, listFieldStudies, listGuideTemplates } from '@zhiheng/contract/fieldwork/studies';
import { call } from '../../lib/call.ts';
import type { ResultsSearch, StudiesSearch } from './fieldwork.search.ts';

export const studiesQuery = ({ q, kind, state, serviceId }: StudiesSearch) =>
  infiniteQueryOptions({
    queryKey: ['fieldwork', 'studies', { q, kind, state, serviceId }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listFieldStudies, { query: { q, kind, state, serviceId, cursor: pageParam, limit: 200 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Studies to choose from. */
export const studyOptionsQuery = queryOptions({
  queryKey: ['fieldwork', 'study-options'],
  queryFn: () => call(listFieldStudies, { query: { limit: 200 } }).then(({ items }) => items),
});

export const studyQuery = (id: string) =>
  queryOptions({ queryKey: ['fieldwork', 'study', id], queryFn: () => call(getFieldStudy, { params: { id } }) });

export const templatesQuery = queryOptions({
  queryKey: ['fieldwork', 'templates'],
  queryFn: () => call(listGuideTemplates).then(({ items }) => items),
  staleTime: Infinity,
});

/** A published guide never changes. */
export const guideVersionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['fieldwork', 'guide', id, number],
    queryFn: () => call(getGuideVersion, { params: { id, number } }),
    staleTime: Infinity,
  });

type SessionOrder = NonNullable<CallInput<typeof listFieldSessions>['query']>['order'];

export const sessionsQuery = (filter: FieldSessionFilter, order: SessionOrder) =>
  infiniteQueryOptions({
    queryKey: ['fieldwork', 'sessions', filter, order],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listFieldSessions, { query: { ...filter, order, cursor: pageParam, limit: 100 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Every session between two days, for a calendar. */
export const calendarQuery = (filter: FieldSessionFilter) =>
  queryOptions({
    queryKey: ['fieldwork', 'calendar', filter],
    queryFn: () => call(listFieldSessions, { query: { ...filter, limit: 200 } }),
    placeholderData: keepPreviousData,
  });

export const sessionQuery = (id: string) =>
  queryOptions({ queryKey: ['fieldwork', 'session', id], queryFn: () => call(getFieldSession, { params: { id } }) });

export const notesQuery = (id: string) =>
  queryOptions({ queryKey: ['fieldwork', 'notes', id], queryFn: () => call(getFieldNotes, { params: { id } }) });

export const sheetsQuery = (id: string) =>
  queryOptions({ queryKey: ['fieldwork', 'sheets', id], queryFn: () => call(listFieldSheets, { params: { id } }) });

export const codesQuery = (studyId: string) =>
  queryOptions({
    queryKey: ['fieldwork', 'codes', studyId],
    queryFn: () => call(listFieldCodes, { params: { id: studyId } }).then(({ items }) => items),
  });

type QuoteFilter = Omit<NonNullable<CallInput<typeof listFieldQuotes>['query']>, 'cursor' | 'limit'>;

export const quotesQuery = (studyId: string, filter: QuoteFilter) =>
  infiniteQueryOptions({
    queryKey: ['fieldwork', 'quotes', studyId, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listFieldQuotes, { params: { id: studyId }, query: { ...filter, cursor: pageParam, limit: 100 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** The quotes of one session, as many as notes can bear. */
export const sessionQuotesQuery = (studyId: string, sessionId: string) =>
  queryOptions({
    queryKey: ['fieldwork', 'session-quotes', sessionId],
    queryFn: () => call(listFieldQuotes, { params: { id: studyId }, query: { sessionId, limit: 200 } }).then(({ items }) => items),
  });

export const matrixQuery = (studyId: string) =>
  queryOptions({ queryKey: ['fieldwork', 'matrix', studyId], queryFn: () => call(getCodeMatrix, { params: { id: studyId } }) });

export const raterAgreementQuery = (studyId: string) =>
  queryOptions({ queryKey: ['fieldwork', 'agreement', studyId], queryFn: () => call(getRaterAgreement, { params: { id: studyId } }) });

export const coderAgreementQuery = (studyId: string) =>
  queryOptions({
    queryKey: ['fieldwork', 'coder-agreement', studyId],
    queryFn: () => call(getCoderAgreement, { params: { id: studyId } }).then(({ pairs }) => pairs),
  });

export const resultsQuery = (studyId: string, search: ResultsSearch) =>
  queryOptions({
    queryKey: ['fieldwork', 'results', studyId, search],
    queryFn: () => call(getFieldResults, { params: { id: studyId }, query: search }),
    placeholderData: keepPreviousData,
  });
