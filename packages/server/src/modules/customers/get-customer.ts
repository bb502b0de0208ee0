import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Customer, getCustomer as endpoint } from '@zhiheng/contract/customers/customers';
import type { Call } from '../../platform/operation.ts';
import { readCustomer, shownTo } from './select-customers.ts';

export const getCustomer = async (call: Call, { params }: Parsed<typeof endpoint>): Promise<Customer> =>
  shownTo(call, await readCustomer(call, params.id));
