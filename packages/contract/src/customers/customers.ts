import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { code, localText } from '../values/text.ts';
import { customerKind, customerOrder } from './customer-kind.ts';

/** How much a customer is worth to the house; the segment's rule decides. */
export const valueLevel = z.enum(['high', 'mid', 'low']);

const contact = z.object({
  name: z.string().trim().min(1).max(200),
  role: z.string().trim().max(200).default(''),
  email: z.string().trim().max(200).default(''),
  phone: z.string().trim().max(60).default(''),
});

/** Personal values (name of a person, e-mail, phone, address) come masked to those without `customers.personal`. */
export const customer = z.object({
  id,
  code: z.string(),
  kind: customerKind,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  address: z.string(),
  language: z.enum(['zh', 'en']),
  segmentId: id.nullable(),
  segmentName: localText.nullable(),
  /** whether a rule or a person put the customer into the segment */
  segmentBy: z.enum(['rule', 'hand']).nullable(),
  annualValue: z.number().nullable(),
  since: z.iso.date().nullable(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  note: z.string(),
  contacts: z.array(contact),
  masked: z.boolean(),
  openCases: z.number().int(),
  version: z.number().int(),
  updatedAt: instant,
});
export type Customer = z.infer<typeof customer>;

export const customerFields = z.object({
  kind: customerKind,
  name: z.string().trim().min(1).max(200),
  email: z.union([z.literal(''), z.email().max(200)]),
  phone: z.string().trim().max(60),
  address: z.string().trim().max(400),
  language: z.enum(['zh', 'en']),
  /** null: the rules decide */
  segmentId: id.nullable(),
  annualValue: z.number().min(0).nullable(),
  since: z.iso.date().nullable(),
  attributes: z.record(z.string().max(64), z.union([z.string().max(400), z.number(), z.boolean(), z.null()])),
  note: z.string().max(4000),
  contacts: z.array(contact).max(50),
});

export const customerRow = customer.omit({ contacts: true, attributes: true, note: true });
export type CustomerRow = z.infer<typeof customerRow>;
/** Those who see masked values search by code and by the names of organisations only: a search is no way around the mask. */
export const listCustomers = endpoint('GET /api/v1/customers', {
  summary: 'Customers, by name, code, e-mail or phone',
  access: 'customers.read',
  query: pageQuery.extend({
    q: z.string().trim().max(100).optional(),
    segmentId: z.union([id, z.literal('none')]).optional(),
    kind: customerKind.optional(),
    order: customerOrder.default('name'),
  }),
  response: pageOf(customerRow).extend({ total: z.number().int() }),
});
export const getCustomer = endpoint('GET /api/v1/customers/:id', {
  summary: 'One customer with contacts and open cases',
  access: 'customers.read',
  params: idParams,
  response: customer,
});
export const createCustomer = endpoint('POST /api/v1/customers', {
  summary: 'Add a customer; the code is made when none is given',
  access: 'customers.write',
  body: customerFields
    .partial()
    .required({ name: true, kind: true })
    .extend({ code: z.string().trim().min(1).max(64).optional() }),
  response: customer,
});
export const updateCustomer = endpoint('PATCH /api/v1/customers/:id', {
  summary: 'Change a customer',
  access: 'customers.write',
  params: idParams,
  body: customerFields.partial().extend({ version: z.number().int() }),
  response: customer,
});
export const deleteCustomer = endpoint('DELETE /api/v1/customers/:id', {
  summary: 'Move a customer to the trash; the cases stay',
  access: 'customers.write',
  params: idParams,
  response: done,
});

/** A rule looks at one field of the customer: `annualValue`, `kind`, `since` (days as customer) or an attribute. */
export const segmentTest = z.object({
  field: z.string().min(1).max(64),
  op: z.enum(['==', '!=', '>=', '<=', '>', '<']),
  value: z.union([z.number(), z.string().max(200), z.boolean()]),
});
/** The first rule, in their order, of which every test holds gives the segment. A segment without tests is for those whom a person puts there. */
export const segmentRule = z.object({
  segmentId: id,
  name: localText,
  code,
  level: valueLevel.nullable(),
  tests: z.array(segmentTest).max(10),
  customers: z.number().int(),
});
export type SegmentRule = z.infer<typeof segmentRule>;
export const listSegmentRules = endpoint('GET /api/v1/customer-segments', {
  summary: 'Segments in the order in which their rules are tried, with the number of customers in each',
  access: 'customers.read',
  response: z.object({ items: z.array(segmentRule) }),
});
/** A segment chooses the agreement, so its rules are for those who define agreements. */
export const setSegmentRules = endpoint('PUT /api/v1/customer-segments', {
  summary: 'Set the rules of all segments; customers move at once',
  access: 'agreements.define',
  body: z.object({ items: z.array(segmentRule.pick({ segmentId: true, level: true, tests: true })).max(100) }),
  response: z.object({ items: z.array(segmentRule), moved: z.number().int() }),
});

/** Nothing is written. */
export const foreseeSegmentRules = endpoint('POST /api/v1/customer-segments/preview', {
  summary: 'How many customers each segment would have by these rules',
  access: 'customers.read',
  body: setSegmentRules.body,
  response: z.object({
    items: z.array(z.object({ segmentId: id, customers: z.number().int() })),
    none: z.number().int(),
    moved: z.number().int(),
  }),
});

/** The columns of a file of customers, in the order in which they are written. Chinese headings are understood too. */
export const customerColumn = z.enum([
  'code',
  'kind',
  'name',
  'email',
  'phone',
  'address',
  'language',
  'segment',
  'annual_value',
  'since',
  'note',
]);
export type CustomerColumn = z.infer<typeof customerColumn>;
export const exportCustomers = endpoint('GET /api/v1/customers/export', {
  summary: 'All customers as CSV text that can be loaded again',
  access: 'customers.personal',
  response: z.object({ text: z.string(), customers: z.number().int() }),
});
const lineProblem = z.object({ line: z.number().int(), column: z.string().nullable(), code: z.string(), value: z.string() });
export type LineProblem = z.infer<typeof lineProblem>;
/** The code says which customer a line means. A column that is absent leaves its values as they are; an empty cell empties. */
export const importCustomers = endpoint('POST /api/v1/customers/import', {
  summary: 'Load customers from CSV text; loading the same text twice changes nothing',
  access: 'customers.write',
  body: z.object({ text: z.string().max(8_000_000), dryRun: z.boolean().default(false) }),
  response: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
    /** the first 200 */
    problems: z.array(lineProblem),
  }),
});
