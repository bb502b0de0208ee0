import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Customer, updateCustomer as endpoint } from '@zhiheng/contract/customers/customers';
import { changesBetween, givenFields } from '../../platform/changes-between.ts';
import { changedMeanwhile, forbidden } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { personalFields, rowOf, type CustomerFields } from './customer-row.ts';
import { isMasked } from './mask.rules.ts';
import { placeInSegments, setSegment } from './place-in-segments.ts';
import { lockCustomer, readCustomer, shownName, shownTo } from './select-customers.ts';

export async function updateCustomer(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Customer> {
  const { version, ...given } = body;
  const fields = givenFields(given);
  // Who sees a mask would write the mask back.
  if (isMasked(call.actor) && personalFields.some((field) => field in fields)) throw forbidden('customers.personal');
  const before = await lockCustomer(call, params.id);
  if (version !== before.version) throw changedMeanwhile();
  const changes = changesBetween(settable(before), fields);
  if (Object.keys(changes).length === 0) return shownTo(call, before);
  const { segmentId, ...after } = { ...settable(before), ...fields };
  const set = { ...rowOf(after), version: version + 1, updated_at: call.now };
  await call.db.updateTable('customer').set(set).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  if ('segmentId' in changes) await setSegment(call, params.id, segmentId);
  else await placeInSegments(call, [params.id]);
  const entity = { kind: 'customer', id: params.id, label: shownName(after) };
  await recordEvent(call, { type: 'customer.changed', entity, data: withoutPersonal(changes) });
  return shownTo(call, await readCustomer(call, params.id));
}

/** As people set it: a segment that the rules gave is none that a person chose. */
export const settable = (customer: Customer): CustomerFields => ({
  kind: customer.kind,
  name: customer.name,
  email: customer.email,
  phone: customer.phone,
  address: customer.address,
  language: customer.language,
  segmentId: customer.segmentBy === 'hand' ? customer.segmentId : null,
  annualValue: customer.annualValue,
  since: customer.since,
  attributes: customer.attributes,
  note: customer.note,
  contacts: customer.contacts,
});

/** The log says that a personal value changed, and not from what to what: more people read the log than may read the value. */
const withoutPersonal = (changes: ReturnType<typeof changesBetween>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, isPersonal(field) ? {} : change]));

const isPersonal = (field: string): boolean => (personalFields as readonly string[]).includes(field);
