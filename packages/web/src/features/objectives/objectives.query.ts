import { queryOptions } from '@tanstack/react-query';
import { getObjective, listObjectiveAlerts, listObjectives, objectiveHistory } from '@zhiheng/contract/monitoring/objectives';
import { call } from '../../lib/call.ts';

// Budgets burn while the page is open.
const refetchInterval = 10_000;

export const objectivesQuery = (retired: boolean) =>
  queryOptions({
    queryKey: ['objectives', { retired }],
    queryFn: () => call(listObjectives, { query: retired ? { retired: 'true' } : {} }).then(({ items }) => items),
    refetchInterval,
  });

export const objectiveQuery = (id: string) =>
  queryOptions({ queryKey: ['objectives', 'one', id], queryFn: () => call(getObjective, { params: { id } }), refetchInterval });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['objectives', 'history', id],
    queryFn: () => call(objectiveHistory, { params: { id } }).then(({ items }) => items),
  });

export const alertsQuery = queryOptions({
  queryKey: ['objectives', 'alerts'],
  queryFn: () => call(listObjectiveAlerts, { query: { limit: 200 } }).then(({ items }) => items),
  refetchInterval,
});
