import type { z } from 'zod';
import type { customerFields } from '@zhiheng/contract/customers/customers';

/** Fields of a customer that people set; `segmentId` null leaves the segment to the rules. */
export type CustomerFields = z.output<typeof customerFields>;

/** Fields as the row holds them; the segment follows in a step of its own. */
export const rowOf = (fields: Omit<CustomerFields, 'segmentId'>) => ({
  kind: fields.kind,
  name: fields.name,
  email: fields.email,
  phone: fields.phone,
  address: fields.address,
  language: fields.language,
  annual_value: fields.annualValue,
  since: fields.since,
  attributes: JSON.stringify(fields.attributes),
  note: fields.note,
  contacts: JSON.stringify(fields.contacts),
});

/** Fields that a new customer has when nothing is said about them. */
export const newCustomer: Omit<CustomerFields, 'name' | 'kind'> = {
  email: '',
  phone: '',
  address: '',
  language: 'zh',
  segmentId: null,
  annualValue: null,
  since: null,
  attributes: {},
  note: '',
  contacts: [],
};

/** Fields that only those with `customers.personal` read and change. */
export const personalFields = [
  'name',
  'email',
  'phone',
  'address',
  'note',
  'contacts',
] as const satisfies readonly (keyof CustomerFields)[];
