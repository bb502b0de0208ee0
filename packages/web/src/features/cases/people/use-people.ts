import { queryOptions, useQuery } from '@tanstack/react-query';
import { casePeople } from '@zhiheng/contract/cases/cases';
import { call } from '../../../lib/call.ts';
import { useMe } from '../../identity/index.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

const peopleQuery = queryOptions({
  queryKey: ['case-people'],
  queryFn: async ({ signal }): Promise<readonly Person[]> => (await call(casePeople, {}, { signal })).items,
  staleTime: 60_000,
});

/** People to whom a case can be given or who can be called into it; oneself first. */
export function usePeople(): readonly Person[] {
  const me = useMe();
  const { data = [] } = useQuery(peopleQuery);
  return [{ id: me.id, name: me.name }, ...data.filter(({ id }) => id !== me.id)];
}
