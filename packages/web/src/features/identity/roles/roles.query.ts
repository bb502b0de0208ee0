import { queryOptions } from '@tanstack/react-query';
import { listRoles } from '@zhiheng/contract/identity/accounts';
import { call } from '../../../lib/call.ts';

export const rolesQuery = queryOptions({ queryKey: ['roles'], queryFn: ({ signal }) => call(listRoles, undefined, { signal }) });
