import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { listNeeds } from '@zhiheng/contract/feedback/needs';
import { getPlan, listPlans } from '@zhiheng/contract/improvement/plans';
import { listProjects } from '@zhiheng/contract/improvement/projects';
import { call } from '../../lib/call.ts';

export const plansQuery = infiniteQueryOptions({
  queryKey: ['plans', 'list'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) => call(listPlans, { query: { cursor: pageParam, limit: 50 } }),
  getNextPageParam: (page) => page.next ?? undefined,
});

export const planQuery = (id: string) => queryOptions({ queryKey: ['plans', 'one', id], queryFn: () => call(getPlan, { params: { id } }) });

/** Needs to choose from; nobody who may not read them is asked. */
export const needOptionsQuery = (allowed: boolean) =>
  queryOptions({
    queryKey: ['customer-needs', 'options'],
    queryFn: () => call(listNeeds, { query: { limit: 200 } }).then(({ items }) => items),
    enabled: allowed,
  });

export const projectOptionsQuery = queryOptions({
  queryKey: ['projects', 'options'],
  queryFn: () => call(listProjects, { query: { limit: 200 } }).then(({ items }) => items),
});
