import { queryOptions } from '@tanstack/react-query';
import { recountProgress } from '@zhiheng/contract/cases/recounts';
import { call } from '../../lib/call.ts';

/** Asked again and again while something waits. */
export const recountQuery = queryOptions({
  queryKey: ['recounts'],
  queryFn: () => call(recountProgress),
  refetchInterval: (query) => ((query.state.data?.waiting ?? 0) > 0 ? 2_000 : false),
});
