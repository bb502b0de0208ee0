import { queryOptions } from '@tanstack/react-query';
import { listApiKeys } from '@zhiheng/contract/identity/accounts';
import { call } from '../../../lib/call.ts';

export const apiKeysQuery = queryOptions({ queryKey: ['api-keys'], queryFn: ({ signal }) => call(listApiKeys, undefined, { signal }) });
