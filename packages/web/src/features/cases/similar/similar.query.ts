import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { findSimilarCases, type SimilarCase } from '@zhiheng/contract/cases/similar';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { call } from '../../../lib/call.ts';

type Body = NonNullable<CallInput<typeof findSimilarCases>['body']>;

/** Fewer signs than this say nothing yet. */
const fewestSigns = 4;

/** Cases that speak of the same. */
export const similarQuery = (body: Body) =>
  queryOptions<readonly SimilarCase[]>({
    queryKey: ['cases', 'similar', body],
    queryFn: ({ signal }) => call(findSimilarCases, { body }, { signal }).then(({ items }) => items),
    enabled: body.text.trim().length >= fewestSigns,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
