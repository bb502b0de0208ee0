import { queryOptions } from '@tanstack/react-query';
import { readBoard } from '@zhiheng/contract/insight/board';
import { call } from '../../lib/call.ts';

/** Periods that hold data, newest first. The board of everything knows them. */
export const knownPeriodsQuery = queryOptions({
  queryKey: ['board', 'periods'],
  queryFn: () => call(readBoard, { query: {} }).then(({ periods }) => periods),
  staleTime: 5 * 60_000,
});
