import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createCustomer as endpoint, Customer } from '@zhiheng/contract/customers/customers';
import { givenFields } from '../../platform/changes-between.ts';
import { newId } from '../../platform/identifier.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { nextCustomerCode } from './customer-code.ts';
import { newCustomer, rowOf, type CustomerFields } from './customer-row.ts';
import { setSegment } from './place-in-segments.ts';
import { readCustomer, shownName, shownTo } from './select-customers.ts';

export async function createCustomer(call: Call, { body }: Parsed<typeof endpoint>): Promise<Customer> {
  const { code = await nextCustomerCode(call), ...given } = body;
  const fields: CustomerFields = { ...newCustomer, name: body.name, kind: body.kind, ...givenFields(given) };
  const id = newId();
  await call.db
    .insertInto('customer')
    .values({ org_id: call.orgId, id, code, ...rowOf(fields), updated_at: call.now })
    .execute();
  await setSegment(call, id, fields.segmentId);
  await recordEvent(call, { type: 'customer.created', entity: { kind: 'customer', id, label: shownName(fields) }, data: { code } });
  return shownTo(call, await readCustomer(call, id));
}
