import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  getVerification,
  listVerifications,
  previewVerification,
  type VerificationPlanInput,
} from '@zhiheng/contract/verification/verifications';
import { call } from '../../lib/call.ts';
import type { VerificationsSearch } from './verification.search.ts';

export const verificationsQuery = ({ q, state }: VerificationsSearch) =>
  infiniteQueryOptions({
    queryKey: ['verifications', 'list', { q, state }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listVerifications, { query: { q, state, cursor: pageParam, limit: 100 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const verificationQuery = (id: string) =>
  queryOptions({
    queryKey: ['verifications', 'one', id],
    queryFn: () => call(getVerification, { params: { id } }),
    refetchInterval: 15_000,
  });

/** What a plan would show; asked again with each change, the last answer stays until the next is there. */
export const outlookQuery = (plan: VerificationPlanInput | null) =>
  queryOptions({
    queryKey: ['verifications', 'outlook', plan],
    queryFn: () => (plan === null ? Promise.reject(new RangeError('no plan yet')) : call(previewVerification, { body: plan })),
    enabled: plan !== null,
    retry: false,
    placeholderData: keepPreviousData,
  });
