import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { indicatorCode, localProse, localText } from '../values/text.ts';
import { findingKind, findingOrder, findingSeverity, findingSource, findingState } from './finding-kind.ts';

const version = z.number().int();
const count = z.number().int();

/** The slice that a finding speaks of; all null is the whole house. */
const slice = z.object({ serviceId: id.nullable(), teamId: id.nullable(), siteId: id.nullable(), segmentId: id.nullable() });
export type FindingSlice = z.infer<typeof slice>;

/** A page of ours, never another's: it stays inside the house. */
const ownPath = z
  .string()
  .max(1000)
  .regex(/^\/(?!\/)[^\\\s]*$/, 'own_path');

/** A number as it stood when it was taken down. It never changes, whatever the page behind `href` says later. */
export const evidenceFigure = z.object({
  indicator: indicatorCode.nullable(),
  name: localText,
  /** a month, quarter or year; null where `from` and `to` say it */
  period: z.string().max(40).nullable(),
  from: instant.nullable(),
  to: instant.nullable(),
  slice,
  value: z.number().nullable(),
  n: count.nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  target: z.number().nullable(),
  unit: z.string().max(24),
  decimals: z.number().int().min(0).max(9),
  asOf: instant,
  href: ownPath,
});
export type EvidenceFigure = z.infer<typeof evidenceFigure>;

export const evidenceKind = z.enum([
  'figure',
  'signal',
  'case',
  'feedback',
  'answer-group',
  'campaign-finding',
  'objective-alert',
  'verification',
  'file',
  'note',
]);
export type EvidenceKind = z.infer<typeof evidenceKind>;

export const findingEvidence = z.object({
  id,
  kind: evidenceKind,
  /** what it is in its own room; for a figure its indicator, period and slice */
  entityId: z.string(),
  label: localText,
  note: z.string(),
  href: z.string().nullable(),
  figure: evidenceFigure.nullable(),
  at: instant,
  by: z.string().nullable(),
});
export type FindingEvidence = z.infer<typeof findingEvidence>;

export const findingRow = slice.extend({
  id,
  number: z.string(),
  title: localText,
  source: findingSource,
  kind: findingKind.nullable(),
  severity: findingSeverity,
  state: findingState,
  indicator: indicatorCode.nullable(),
  serviceName: localText.nullable(),
  teamName: localText.nullable(),
  siteName: localText.nullable(),
  segmentName: localText.nullable(),
  firstSeen: instant,
  lastSeen: instant,
  /** so often it was seen */
  times: count,
  reopened: count,
  ownerId: id.nullable(),
  owner: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  overdue: z.boolean(),
  /** by the priority model in force; null while nothing is scored */
  priority: z.number().nullable(),
  version,
});
export type FindingRow = z.infer<typeof findingRow>;

const history = z.object({
  type: z.string(),
  at: instant,
  by: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});

export const finding = findingRow.extend({
  description: localProse,
  indicatorName: localText.nullable(),
  /** why it is in its state: of what was closed or dismissed, what was said */
  reason: z.string(),
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  /** into which it went when two were found to be the same */
  mergedInto: z.object({ id, number: z.string() }).nullable(),
  evidence: z.array(findingEvidence),
  history: z.array(history),
});
export type Finding = z.infer<typeof finding>;

export const findingFilter = z.object({
  q: z.string().max(200).optional(),
  /** `active` is all that is neither closed nor dismissed */
  state: z.union([findingState, z.literal('active')]).optional(),
  source: findingSource.optional(),
  kind: z.union([findingKind, z.literal('none')]).optional(),
  severity: findingSeverity.optional(),
  ownerId: z.union([id, z.enum(['me', 'nobody'])]).optional(),
  serviceId: id.optional(),
  siteId: id.optional(),
  teamId: id.optional(),
  indicator: indicatorCode.optional(),
  due: z.literal('overdue').optional(),
});
export type FindingFilter = z.infer<typeof findingFilter>;

export const listFindings = endpoint('GET /api/v1/findings', {
  summary: 'The register of findings',
  access: 'findings.read',
  query: pageQuery.extend(findingFilter.shape).extend({ order: findingOrder.default('last-seen') }),
  response: pageOf(findingRow).extend({ total: count }),
});
export const countFindings = endpoint('GET /api/v1/findings/counts', {
  summary: 'How many findings there are by state, and how many of those not closed are overdue, mine or not classified',
  access: 'findings.read',
  response: z.object({
    states: z.record(findingState, count),
    active: count,
    overdue: count,
    mine: count,
    unclassified: count,
  }),
});
export const exportFindings = endpoint('GET /api/v1/findings/export', {
  summary: 'The findings of a filter as CSV text',
  access: 'findings.read',
  query: findingFilter.extend({ locale: z.enum(['zh', 'en']).default('zh') }),
  response: z.object({ text: z.string(), findings: count }),
});
export const getFinding = endpoint('GET /api/v1/findings/:id', {
  summary: 'A finding with its evidence and history',
  access: 'findings.read',
  params: idParams,
  response: finding,
});

/** Evidence as a person or a rule hands it in. */
export const evidenceDraft = z.object({
  kind: evidenceKind,
  entityId: z.string().trim().min(1).max(400).optional(),
  label: localText.optional(),
  note: z.string().trim().max(4000).default(''),
  href: ownPath.nullable().default(null),
  figure: evidenceFigure.nullable().default(null),
});
export type EvidenceDraft = z.infer<typeof evidenceDraft>;

const findingFields = slice.extend({
  title: localText,
  description: localProse,
  kind: findingKind.nullable(),
  severity: findingSeverity,
  indicator: indicatorCode.nullable(),
  ownerId: id.nullable(),
  dueOn: z.iso.date().nullable(),
});

/** One of the same source, indicator and slice that is there already takes the evidence instead: `outcome` says which it became. */
export const openFindingByHand = endpoint('POST /api/v1/findings', {
  summary: 'Make a finding, of a number on a page or in words; the same one that is there already is met again',
  access: 'findings.write',
  body: findingFields
    .partial()
    .required({ title: true, severity: true })
    .extend({
      source: findingSource.extract(['gap', 'low-score', 'control-signal', 'complaint', 'audit', 'manual']).default('manual'),
      evidence: z.array(evidenceDraft).max(20).default([]),
    }),
  response: z.object({ id, number: z.string(), outcome: z.enum(['opened', 'merged', 'reopened', 'known']) }),
});
export type OpenedFinding = z.infer<typeof openFindingByHand.response>;

export const updateFinding = endpoint('PATCH /api/v1/findings/:id', {
  summary: 'Classify a finding, give it an owner and a day, say it better',
  access: 'findings.write',
  params: idParams,
  body: findingFields.partial().extend({ version }),
  response: finding,
});
/** Closing and dismissing need a reason. */
export const moveFinding = endpoint('POST /api/v1/findings/:id/moves', {
  summary: 'Say how far a finding has come: analysed, improved, verified, closed, dismissed, open again',
  access: 'findings.write',
  params: idParams,
  body: z.object({ version, state: findingState, reason: z.string().trim().max(2000).default('') }),
  response: finding,
});
export const mergeFindings = endpoint('POST /api/v1/findings/:id/merges', {
  summary: 'Take another finding in that is the same: its evidence comes here, and it is closed as merged',
  access: 'findings.write',
  params: idParams,
  body: z.object({ version, otherId: id }),
  response: finding,
});
export const addFindingEvidence = endpoint('POST /api/v1/findings/:id/evidence', {
  summary: 'Attach evidence to a finding',
  access: 'findings.write',
  params: idParams,
  body: evidenceDraft,
  response: finding,
});
export const removeFindingEvidence = endpoint('DELETE /api/v1/findings/:id/evidence/:evidenceId', {
  summary: 'Take evidence away that does not belong there; the log keeps what it was',
  access: 'findings.write',
  params: z.object({ id, evidenceId: id }),
  response: finding,
});
