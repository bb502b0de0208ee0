import { queryOptions, useQuery } from '@tanstack/react-query';
import { getMe, type Me } from '@zhiheng/contract/identity/sign-in';
import type { Permission } from '@zhiheng/contract/identity/permission';
import { call } from '../../lib/call.ts';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => call(getMe), staleTime: 5 * 60_000 });

/** Who is signed in. The route above every page has loaded it before any page is drawn. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (data === undefined) throw new RangeError('useMe is used outside of /app');
  return data;
}

/** Whether the person may do something: what one may not do is not offered. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
