import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';
import { code, localText } from '../values/text.ts';
import { agreementDefinition, targetKind } from './policy.ts';

/** Who promises: the house to a customer, a team to the house, a supplier to the house. */
export const agreementKind = z.enum(['sla', 'ola', 'supplier-contract']);

export const agreement = z.object({
  id,
  code,
  name: localText,
  kind: agreementKind,
  teamId: id.nullable(),
  supplierId: id.nullable(),
  /** 0: never published */
  version: z.number().int(),
  effectiveFrom: instant.nullable(),
  /** the version in force; null before the first */
  published: agreementDefinition.nullable(),
  /** the next version while it is being written */
  draft: agreementDefinition.nullable(),
  /** changes with every save of the draft */
  revision: z.number().int(),
  openCases: z.number().int(),
  updatedAt: instant,
});
export type Agreement = z.infer<typeof agreement>;

/** A fault refuses publication, a warning does not. `where` is a path into the definition. */
export const lintFinding = z.object({
  severity: z.enum(['fault', 'warning']),
  code: z.string(),
  where: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const listAgreements = endpoint('GET /api/v1/agreements', {
  summary: 'Service level agreements, operational level agreements and supplier contracts',
  access: 'agreements.read',
  query: z.object({ kind: agreementKind.optional(), q: z.string().max(100).optional() }),
  response: z.object({ items: z.array(agreement) }),
});
export const getAgreement = endpoint('GET /api/v1/agreements/:id', {
  summary: 'One agreement with its versions',
  access: 'agreements.read',
  params: idParams,
  response: agreement.extend({
    versions: z.array(
      z.object({
        version: z.number().int(),
        effectiveFrom: instant,
        publishedAt: instant,
        publishedBy: z.string().nullable(),
        definition: agreementDefinition,
      }),
    ),
  }),
});
export const createAgreement = endpoint('POST /api/v1/agreements', {
  summary: 'Begin an agreement as a draft',
  access: 'agreements.define',
  body: z.object({
    code,
    name: localText,
    kind: agreementKind,
    teamId: id.nullable().default(null),
    supplierId: id.nullable().default(null),
    draft: agreementDefinition,
  }),
  response: agreement,
});
/** `revision` is the one that was read; another one means somebody else saved first. */
export const saveAgreementDraft = endpoint('PATCH /api/v1/agreements/:id', {
  summary: 'Save name or draft; a null draft throws it away',
  access: 'agreements.define',
  params: idParams,
  body: z.object({ revision: z.number().int(), name: localText.optional(), draft: agreementDefinition.nullable().optional() }),
  response: agreement,
});
export const publishAgreement = endpoint('POST /api/v1/agreements/:id/versions', {
  summary: 'Publish the draft as the next version; it never changes again',
  access: 'agreements.define',
  params: idParams,
  body: z.object({ revision: z.number().int(), effectiveFrom: instant.optional() }),
  response: agreement,
});
export const deleteAgreement = endpoint('DELETE /api/v1/agreements/:id', {
  summary: 'Move an agreement to the trash; clocks of open cases are withdrawn',
  access: 'agreements.define',
  params: idParams,
  response: done,
});

const previewCase = z.object({
  openedAt: instant.optional(),
  fields: z.object({
    contract: z.string().optional(),
    customer: z.string().optional(),
    segment: z.string().optional(),
    service: z.string().optional(),
    type: z.string().optional(),
    priority: z.string().optional(),
    channel: z.string().optional(),
  }),
});
const previewedTarget = z.object({
  target: targetKind,
  goalSeconds: z.number().int(),
  due: z.union([z.object({ kind: z.literal('due'), at: instant }), z.object({ kind: z.enum(['held', 'never', 'outside']) })]),
  /** the steps of the clock's explanation, one sentence each, in both languages */
  steps: z.array(localText),
});
export const previewAgreement = endpoint('POST /api/v1/agreement-previews', {
  summary: 'Check a draft and say when a case opened now would be due',
  access: 'agreements.read',
  body: z.object({ agreementId: id.optional(), kind: agreementKind, definition: agreementDefinition, example: previewCase }),
  response: z.object({ findings: z.array(lintFinding), applies: z.boolean(), targets: z.array(previewedTarget) }),
});

/** Which agreement counts for a case like this, and why this one. */
export const chooseAgreement = endpoint('POST /api/v1/agreement-choices', {
  summary: 'Which published agreements hold for a case with these values, and why',
  access: 'agreements.read',
  body: previewCase,
  response: z.object({
    items: z.array(
      z.object({
        agreementId: id,
        name: localText,
        kind: agreementKind,
        version: z.number().int(),
        /** dimensions of a case in which it is named, the most specific first */
        because: z.array(z.string()),
        /** agreements that hold as well, and what decided against each: a dimension, `fewer-values`, or `id` */
        beaten: z.array(z.object({ agreementId: id, name: localText, version: z.number().int(), by: z.string() })),
        targets: z.array(previewedTarget),
      }),
    ),
  }),
});

export const supplier = z.object({
  id,
  code,
  name: localText,
  contact: z.string(),
  email: z.string(),
  phone: z.string(),
  note: z.string(),
  agreements: z.number().int(),
  version: z.number().int(),
});
export type Supplier = z.infer<typeof supplier>;
const supplierFields = z.object({
  name: localText,
  contact: z.string().trim().max(200),
  email: z.union([z.literal(''), z.email().max(200)]),
  phone: z.string().trim().max(60),
  note: z.string().max(4000),
});
export const listSuppliers = endpoint('GET /api/v1/suppliers', {
  summary: 'Suppliers and partners',
  access: 'agreements.read',
  response: z.object({ items: z.array(supplier) }),
});
export const createSupplier = endpoint('POST /api/v1/suppliers', {
  summary: 'Add a supplier',
  access: 'agreements.define',
  body: supplierFields.partial().required({ name: true }).extend({ code }),
  response: supplier,
});
export const updateSupplier = endpoint('PATCH /api/v1/suppliers/:id', {
  summary: 'Change a supplier',
  access: 'agreements.define',
  params: idParams,
  body: supplierFields.partial().extend({ version: z.number().int() }),
  response: supplier,
});
export const deleteSupplier = endpoint('DELETE /api/v1/suppliers/:id', {
  summary: 'Move a supplier to the trash; refused while a contract names it',
  access: 'agreements.define',
  params: idParams,
  response: done,
});

/** A contract with a customer; agreements can hold for it alone. */
export const serviceContract = z.object({
  id,
  number: z.string(),
  name: z.string(),
  customerId: id,
  customerName: z.string(),
  serviceIds: z.array(id),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  monthlyPrice: z.number().nullable(),
  note: z.string(),
  version: z.number().int(),
});
export type ServiceContract = z.infer<typeof serviceContract>;
const contractFields = z.object({
  name: z.string().trim().min(1).max(200),
  serviceIds: z.array(id).max(200),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  monthlyPrice: z.number().min(0).nullable(),
  note: z.string().max(4000),
});
export const listServiceContracts = endpoint('GET /api/v1/service-contracts', {
  summary: 'Contracts with customers',
  access: 'agreements.read',
  query: z.object({ customerId: id.optional() }),
  response: z.object({ items: z.array(serviceContract) }),
});
export const createServiceContract = endpoint('POST /api/v1/service-contracts', {
  summary: 'Add a contract with a customer',
  access: 'agreements.define',
  body: contractFields
    .partial()
    .required({ name: true, validFrom: true })
    .extend({ number: z.string().trim().min(1).max(64), customerId: id }),
  response: serviceContract,
});
export const updateServiceContract = endpoint('PATCH /api/v1/service-contracts/:id', {
  summary: 'Change a contract',
  access: 'agreements.define',
  params: idParams,
  body: contractFields.partial().extend({ version: z.number().int() }),
  response: serviceContract,
});
export const deleteServiceContract = endpoint('DELETE /api/v1/service-contracts/:id', {
  summary: 'Move a contract to the trash',
  access: 'agreements.define',
  params: idParams,
  response: done,
});
