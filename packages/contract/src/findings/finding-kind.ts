import { z } from 'zod';

/** Where a finding comes from. */
export const findingSource = z.enum([
  'gap',
  'breach',
  'hot-spot',
  'control-signal',
  'threshold',
  'forecast',
  'low-score',
  'budget-burn',
  'campaign',
  'complaint',
  'audit',
  'suggestion',
  'manual',
]);
export type FindingSource = z.infer<typeof findingSource>;

/** Where its cause is looked for. */
export const findingKind = z.enum(['people', 'process', 'technology', 'resources', 'environment']);
export type FindingKind = z.infer<typeof findingKind>;

export const findingSeverity = z.enum(['low', 'medium', 'high']);
export type FindingSeverity = z.infer<typeof findingSeverity>;

export const findingState = z.enum(['open', 'analysing', 'improving', 'verifying', 'closed', 'dismissed']);
export type FindingState = z.infer<typeof findingState>;

/** `rank`: as the priority model has it, the most pressing first. */
export const findingOrder = z.enum(['rank', 'last-seen', 'first-seen', 'severity', 'due', 'times']);
export type FindingOrder = z.infer<typeof findingOrder>;
