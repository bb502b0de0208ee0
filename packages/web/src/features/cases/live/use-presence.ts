import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { presence } from '@zhiheng/contract/cases/cases';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../../lib/call.ts';

type Others = Reply<typeof presence>['others'];

/** Says that one reads or writes on a case, and hears who else does; again every twenty seconds, at once when one begins to write. */
export function usePresence(id: string, writing: boolean) {
  const { data } = useQuery({
    queryKey: ['case-presence', id, writing],
    queryFn: ({ signal }): Promise<Others> =>
      call(presence, { params: { id }, body: { writing } }, { signal }).then(({ others }) => others),
    refetchInterval: 20_000,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  return data ?? [];
}
