import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listProbes } from '@zhiheng/contract/monitoring/probes';
import { call } from '../../lib/call.ts';

/** Asked again while the page is open: probes look by themselves. */
export const probesQuery = (days: number) =>
  queryOptions({
    queryKey: ['probes', days],
    queryFn: () => call(listProbes, { query: { days } }).then(({ items }) => items),
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
