import { z } from 'zod';
import { id, instant } from '../values/page.ts';
import { indicatorCode, localText } from '../values/text.ts';
import { subjectFilter } from '../measurement/observations.ts';

/** Of cases: which share is counted. */
export const caseField = z.enum(['type', 'priority', 'channel', 'severity', 'cause', 'category', 'reopened']);
export type CaseField = z.infer<typeof caseField>;

/** Observations or cases of a slice over days, both included. */
export const evidenceGroup = subjectFilter.extend({
  label: z.string().trim().max(120).default(''),
  from: z.iso.date(),
  to: z.iso.date(),
});
export type EvidenceGroup = z.infer<typeof evidenceGroup>;

const measured = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('indicator'), code: indicatorCode }),
  z.object({ kind: z.literal('cases'), field: caseField, value: z.string().trim().min(1).max(80) }),
]);
export const testMethod = z.enum(['welch', 'mann-whitney', 'two-proportions', 'chi-square']);
export type TestMethod = z.infer<typeof testMethod>;

/**
 * What is asked of the data. A figure is held against a number; two groups are compared. `claim` is what must be so if the cause is
 * true, `margin` the difference that would be too small to matter.
 */
export const evidenceRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('figure'),
    indicator: indicatorCode,
    group: evidenceGroup,
    claim: z.enum(['above', 'below']),
    reference: z.number(),
  }),
  z.object({
    kind: z.literal('test'),
    of: measured,
    method: testMethod,
    groups: z.tuple([evidenceGroup, evidenceGroup]),
    claim: z.enum(['first-higher', 'first-lower', 'differ']),
    margin: z.number().min(0).default(0),
  }),
]);
export type EvidenceRequest = z.infer<typeof evidenceRequest>;

/** What the data say of a cause: derived from interval and claim, never entered. */
export const says = z.enum(['supports', 'refutes', 'open']);
export type Says = z.infer<typeof says>;

export const evidenceResult = z.object({
  says,
  n: z.number().int(),
  groups: z.array(z.object({ n: z.number().int(), value: z.number().nullable() })),
  estimate: z.number(),
  /** 95 %; null for χ², whose statistic has none here */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  statistic: z.number().nullable(),
  df: z.number().nullable(),
  p: z.number().nullable(),
  /** of estimate, values and interval; empty for a plain number */
  unit: z.string(),
  decimals: z.number().int(),
  measured: localText,
});
export type EvidenceResult = z.infer<typeof evidenceResult>;

export const causeEvidence = z.object({
  id,
  nodeId: z.string(),
  request: evidenceRequest,
  result: evidenceResult,
  note: z.string(),
  at: instant,
  by: z.string().nullable(),
});
export type CauseEvidence = z.infer<typeof causeEvidence>;
