import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  getAutomationRule,
  listAutomationRules,
  listAutomationRuns,
  listAutomationVersions,
  type AutomationRun,
} from '@zhiheng/contract/automation/automation';
import { listAssignmentRules, tryAssignmentRules, type AssignmentRule } from '@zhiheng/contract/cases/assignment';
import { call } from '../../lib/call.ts';

export const assignmentQuery = queryOptions({ queryKey: ['assignment-rules'], queryFn: () => call(listAssignmentRules) });

/** What rules that are being written would take. */
export const assignmentTrialQuery = (items: AssignmentRule[]) =>
  queryOptions({
    queryKey: ['assignment-trial', items],
    queryFn: () => call(tryAssignmentRules, { body: { items } }),
    placeholderData: keepPreviousData,
  });

export const rulesQuery = queryOptions({
  queryKey: ['automation-rules'],
  queryFn: () => call(listAutomationRules).then(({ items }) => items),
});

export const ruleQuery = (id: string) =>
  queryOptions({ queryKey: ['automation-rules', id], queryFn: () => call(getAutomationRule, { params: { id } }) });

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['automation-rules', id, 'versions'],
    queryFn: () => call(listAutomationVersions, { params: { id } }).then(({ items }) => items),
  });

export const runsQuery = (ruleId: string | undefined, state: AutomationRun['state'] | undefined) =>
  infiniteQueryOptions({
    queryKey: ['automation-runs', ruleId, state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listAutomationRuns, { query: { ruleId, state, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
