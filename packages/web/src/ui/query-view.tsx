import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState, ErrorState, Skeleton } from './states.tsx';

interface Props<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'refetch'>;
  readonly skeleton?: ReactNode;
  /** when given and true for the data, `empty` is shown in place of the children */
  readonly isEmpty?: (data: T) => boolean;
  readonly empty?: { readonly title: string; readonly words?: ReactNode; readonly action?: ReactNode };
  readonly children: (data: T) => ReactNode;
}

/** Loading, error, forbidden and empty: the four states of every list, in one place. Old data stay while newer ones are fetched. */
export function QueryView<T>({ query, skeleton, isEmpty, empty, children }: Props<T>) {
  if (query.data === undefined) {
    if (query.error !== null) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    return skeleton ?? <Skeleton />;
  }
  if (empty !== undefined && isEmpty?.(query.data) === true) return <EmptyState {...empty} />;
  return children(query.data);
}
