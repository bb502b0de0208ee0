import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listBiLogins } from '@zhiheng/contract/open-data/bi-logins';
import { listOpenTables } from '@zhiheng/contract/open-data/tables';
import { listWebhookDeliveries, listWebhooks } from '@zhiheng/contract/open-data/webhooks';
import { call } from '../../lib/call.ts';
import type { OpenDataSearch } from './open-data.search.ts';

export const webhooksQuery = queryOptions({ queryKey: ['webhooks'], queryFn: () => call(listWebhooks) });
export const biLoginsQuery = queryOptions({ queryKey: ['bi-logins'], queryFn: () => call(listBiLogins) });
export const openTablesQuery = queryOptions({ queryKey: ['open-tables'], queryFn: () => call(listOpenTables), staleTime: Infinity });

export const webhookDeliveriesQuery = (state: OpenDataSearch['state']) =>
  infiniteQueryOptions({
    queryKey: ['webhook-deliveries', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listWebhookDeliveries, { query: { state, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
