import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { code, indicatorCode, localProse, localText } from '../values/text.ts';
import { clauseKind, standardState, versionState } from './standard-kind.ts';

const version = z.number().int();
const count = z.number().int();
const words = z.strictObject({ zh: z.string().trim().min(1).max(2000), en: z.string().trim().min(1).max(2000) });

/** An item of a guide or checklist by which somebody on the spot sees whether a clause is kept. */
export const clauseCheck = z.strictObject({ study: code, item: z.string().trim().min(1).max(120) });

/** One promise of a standard. Its code stays through all versions, so that they can be compared. */
export const clause = z.strictObject({
  code,
  kind: clauseKind,
  text: words,
  /** codes of the indicators that test it */
  indicators: z.array(indicatorCode).max(20).default([]),
  checks: z.array(clauseCheck).max(20).default([]),
});
export type Clause = z.infer<typeof clause>;

export const clauses = z
  .array(clause)
  .max(200)
  .superRefine((all, context) => {
    const seen = new Set<string>();
    for (const [at, one] of all.entries()) {
      if (seen.has(one.code)) context.addIssue({ code: 'custom', path: [at, 'code'], message: 'clause_twice' });
      seen.add(one.code);
    }
  });

export const standardRow = z.object({
  id,
  code,
  name: localText,
  state: standardState,
  /** the version in force today */
  number: count.nullable(),
  inForceFrom: z.iso.date().nullable(),
  /** approved and to come */
  comingOn: z.iso.date().nullable(),
  /** a draft or a version that waits for approval, beside what is in force */
  open: versionState.extract(['draft', 'waiting']).nullable(),
  kinds: z.array(clauseKind),
  clauseCount: count,
  /** clauses that no indicator and no check tests */
  untested: count,
  serviceIds: z.array(id),
  version,
  updatedAt: instant,
});
export type StandardRow = z.infer<typeof standardRow>;

export const standardVersion = z.object({
  number: count,
  state: versionState,
  clauses: z.array(clause),
  /** why it was changed */
  reason: z.string(),
  /** why it was sent back */
  returned: z.string(),
  inForceFrom: z.iso.date().nullable(),
  /** the last day on which it holds; null while nothing follows */
  inForceUntil: z.iso.date().nullable(),
  writers: z.array(z.string()),
  approvedAt: instant.nullable(),
  approvedBy: z.string().nullable(),
  savedAt: instant,
});
export type StandardVersion = z.infer<typeof standardVersion>;

export const standard = standardRow.extend({
  purpose: localProse,
  /** newest first */
  versions: z.array(standardVersion),
  /** whether the caller may approve what waits: nobody approves what they wrote */
  mayApprove: z.boolean(),
});
export type Standard = z.infer<typeof standard>;

const head = z.object({ name: localText, purpose: localProse, serviceIds: z.array(id).max(50) });

export const listStandards = endpoint('GET /api/v1/standards', {
  summary: 'Service standards, those that changed last first',
  access: 'standards.read',
  query: pageQuery.extend({
    q: z.string().max(200).optional(),
    state: standardState.optional(),
    kind: clauseKind.optional(),
    indicator: indicatorCode.optional(),
    serviceId: id.optional(),
  }),
  response: pageOf(standardRow),
});
export const getStandard = endpoint('GET /api/v1/standards/:id', {
  summary: 'A standard with all its versions',
  access: 'standards.read',
  params: idParams,
  response: standard,
});
export const createStandard = endpoint('POST /api/v1/standards', {
  summary: 'Begin a standard; its first version is a draft',
  access: 'standards.write',
  body: head
    .partial()
    .required({ name: true })
    .extend({ code, clauses: clauses.default([]) }),
  response: standard,
});
/** `version` is the version that was read; another one means somebody else saved first. */
export const updateStandard = endpoint('PATCH /api/v1/standards/:id', {
  summary: 'Change what a standard is called, what it is for and which services it concerns',
  access: 'standards.write',
  params: idParams,
  body: head.partial().extend({ version }),
  response: standard,
});
export const saveStandardDraft = endpoint('PUT /api/v1/standards/:id/draft', {
  summary: 'Write the next version; without a draft one begins beside what is in force',
  access: 'standards.write',
  params: idParams,
  body: z.object({ version, clauses, reason: z.string().trim().max(2000).default('') }),
  response: standard,
});
export const dropStandardDraft = endpoint('DELETE /api/v1/standards/:id/draft', {
  summary: 'Drop the version that is being written; the first one stays',
  access: 'standards.write',
  params: idParams,
  response: standard,
});
export const submitStandard = endpoint('POST /api/v1/standards/:id/submission', {
  summary: 'Ask for approval of the draft',
  access: 'standards.write',
  params: idParams,
  body: z.object({ version }),
  response: standard,
});
export const returnStandard = endpoint('POST /api/v1/standards/:id/return', {
  summary: 'Send the draft back to those who wrote it, and say why',
  access: 'standards.approve',
  params: idParams,
  body: z.object({ version, reason: z.string().trim().min(1).max(2000) }),
  response: standard,
});
export const approveStandard = endpoint('POST /api/v1/standards/:id/approval', {
  summary: 'Approve what waits, in force from a day on; nobody approves what they wrote',
  access: 'standards.approve',
  params: idParams,
  body: z.object({ version, from: z.iso.date() }),
  response: standard,
});
export const deleteStandard = endpoint('DELETE /api/v1/standards/:id', {
  summary: 'Move a standard to the trash',
  access: 'standards.write',
  params: idParams,
  response: done,
});

export const clauseField = z.enum(['kind', 'text', 'indicators', 'checks']);
export const clauseChange = z.object({
  code,
  change: z.enum(['added', 'removed', 'changed', 'moved', 'same']),
  /** what is different of a changed clause */
  fields: z.array(clauseField),
  before: clause.nullable(),
  after: clause.nullable(),
});
export type ClauseChange = z.infer<typeof clauseChange>;
export const compareStandard = endpoint('GET /api/v1/standards/:id/comparison', {
  summary: 'What changed from one version to another, clause by clause',
  access: 'standards.read',
  params: idParams,
  query: z.object({ from: z.coerce.number().int(), to: z.coerce.number().int() }),
  response: z.object({ from: count, to: count, items: z.array(clauseChange) }),
});
export const clausesOfIndicator = endpoint('GET /api/v1/standard-clauses', {
  summary: 'Clauses in force that an indicator tests',
  access: 'standards.read',
  query: z.object({ indicator: indicatorCode }),
  response: z.object({
    items: z.array(z.object({ standardId: id, standard: localText, number: count, clause })),
  }),
});
