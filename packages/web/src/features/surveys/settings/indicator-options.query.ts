import { queryOptions } from '@tanstack/react-query';
import { listIndicators } from '@zhiheng/contract/measurement/indicators';
import { call } from '../../../lib/call.ts';

/** Indicators that are measured: one that is computed, or counted by the house itself, takes no values from outside. */
export const indicatorOptionsQuery = queryOptions({
  queryKey: ['indicators', 'for-surveys'],
  queryFn: () =>
    call(listIndicators, { query: {} }).then(({ items }) =>
      items.filter(({ formula, countedFrom }) => formula === null && countedFrom === null),
    ),
});
