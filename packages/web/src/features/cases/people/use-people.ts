import { useQuery } from '@tanstack/react-query';
import { accountNamesQuery, useMay, useMe, type AccountName } from '../../identity/index.ts';

/** People to whom a case can be given or who can be called into it; oneself first. */
export function usePeople(): readonly AccountName[] {
  const me = useMe();
  const may = useMay();
  const { data = [] } = useQuery({ ...accountNamesQuery, enabled: may('identity.read'), staleTime: 60_000 });
  return [{ id: me.id, name: me.name }, ...data.filter(({ id }) => id !== me.id)];
}
