import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { checkCalendarDefinition, getCalendar, listCalendars, type CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../lib/call.ts';

export type CalendarWithVersions = Reply<typeof getCalendar>;

export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: () => call(listCalendars).then(({ items }) => items),
});

export const calendarQuery = (id: string) =>
  queryOptions({ queryKey: ['calendars', id], queryFn: () => call(getCalendar, { params: { id } }) });

/** Faults and yearly figures of a calendar that is being written; the last answer stays until the next one is there. */
export const calendarCheckQuery = (definition: CalendarDefinition) =>
  queryOptions({
    queryKey: ['calendar-check', definition],
    queryFn: () => call(checkCalendarDefinition, { body: { definition } }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
