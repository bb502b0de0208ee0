import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { collectionCalendar, listCollections, readSheet } from '@zhiheng/contract/measurement/collections';
import { listIndicators } from '@zhiheng/contract/measurement/indicators';
import { call } from '../../lib/call.ts';

export const collectionsQuery = queryOptions({
  queryKey: ['collections'],
  queryFn: () => call(listCollections).then(({ items }) => items),
});

/** What is due from one day to another, both included. */
export const calendarQuery = (range: { readonly from: string; readonly to: string }) =>
  queryOptions({
    queryKey: ['collections', 'calendar', range],
    queryFn: () => call(collectionCalendar, { query: range }).then(({ items }) => items),
    placeholderData: keepPreviousData,
  });

export const sheetQuery = (id: string, period: string) =>
  queryOptions({ queryKey: ['collections', id, 'sheets', period], queryFn: () => call(readSheet, { params: { id, period } }) });

/** Indicators that people can enter: formulas are worked out. */
export const enteredIndicatorsQuery = queryOptions({
  queryKey: ['indicators', 'entered'],
  queryFn: () => call(listIndicators, { query: {} }).then(({ items }) => items.filter(({ measure }) => measure !== 'formula')),
  staleTime: 60_000,
});
