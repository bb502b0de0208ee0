import type { CallInput } from '@zhiheng/contract/endpoint';
import type { Customer, updateCustomer } from '@zhiheng/contract/customers/customers';

type Contact = Customer['contacts'][number];
type Body = Omit<NonNullable<CallInput<typeof updateCustomer>['body']>, 'version'>;

/** The form's fields. Choices that may stay open are undefined there and null on the wire; attributes are pairs in order. */
export interface CustomerValues {
  readonly kind: Customer['kind'];
  readonly name: string;
  readonly code: string | undefined;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly language: Customer['language'];
  readonly segmentId: string | undefined;
  readonly annualValue: number | null | undefined;
  readonly since: string | undefined;
  readonly note: string;
  readonly contacts: readonly Partial<Contact>[];
  readonly attributes: readonly { readonly name?: string; readonly value?: string }[];
}

export const emptyCustomer: Partial<CustomerValues> = { kind: 'person', language: 'zh', contacts: [], attributes: [] };

export const valuesOf = (customer: Customer): CustomerValues => ({
  kind: customer.kind,
  name: customer.name,
  code: customer.code,
  email: customer.email,
  phone: customer.phone,
  address: customer.address,
  language: customer.language,
  segmentId: customer.segmentBy === 'hand' ? (customer.segmentId ?? undefined) : undefined,
  annualValue: customer.annualValue,
  since: customer.since ?? undefined,
  note: customer.note,
  contacts: customer.contacts,
  attributes: Object.entries(customer.attributes).map(([name, value]) => ({ name, value: value === null ? '' : String(value) })),
});

/** What everybody who writes may change. */
const openPart = (values: CustomerValues): Body => ({
  kind: values.kind,
  language: values.language,
  segmentId: values.segmentId ?? null,
  annualValue: values.annualValue ?? null,
  since: values.since === undefined || values.since === '' ? null : values.since,
  attributes: Object.fromEntries(
    values.attributes.flatMap(({ name = '', value = '' }) => (name.trim() === '' ? [] : [[name.trim(), attributeOf(value.trim())]])),
  ),
});

/** An emptied field of antd holds undefined. */
const personalPart = (values: CustomerValues) => ({
  name: values.name,
  email: values.email ?? '',
  phone: values.phone ?? '',
  address: values.address ?? '',
  note: values.note ?? '',
  contacts: values.contacts.flatMap(({ name = '', role = '', email = '', phone = '' }) =>
    name.trim() === '' ? [] : [{ name, role, email, phone }],
  ),
});

export const newBodyOf = (values: CustomerValues) => {
  const code = (values.code ?? '').trim();
  return { ...openPart(values), ...personalPart(values), kind: values.kind, ...(code === '' ? {} : { code }) };
};

/** Personal values that came masked are not sent back. */
export const changesOf = (values: CustomerValues, masked: boolean): Body => ({
  ...openPart(values),
  ...(masked ? {} : personalPart(values)),
});

/** Rules compare numbers as numbers, and yes and no as such. */
function attributeOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text) ? Number(text) : text;
}
