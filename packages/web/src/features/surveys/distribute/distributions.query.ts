import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listDistributions, listInvitations, listQuotas, type InvitationState } from '@zhiheng/contract/surveys/distributions';
import { call } from '../../../lib/call.ts';

export const distributionsQuery = (surveyId: string) =>
  queryOptions({
    queryKey: ['surveys', 'distributions', surveyId],
    queryFn: () => call(listDistributions, { params: { id: surveyId } }).then(({ items }) => items),
  });

interface Asked {
  readonly state?: InvitationState | undefined;
  readonly q?: string | undefined;
}

export const invitationsQuery = (distributionId: string, { state, q }: Asked) =>
  infiniteQueryOptions({
    queryKey: ['surveys', 'invitations', distributionId, { state, q }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call(listInvitations, { params: { id: distributionId }, query: { state, q, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const quotasQuery = (surveyId: string) =>
  queryOptions({
    queryKey: ['surveys', 'quotas', surveyId],
    queryFn: () => call(listQuotas, { params: { id: surveyId } }).then(({ items }) => items),
  });
