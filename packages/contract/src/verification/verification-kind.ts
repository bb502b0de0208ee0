import { z } from 'zod';

export const verificationMethod = z.enum(['before-after', 'interrupted-time-series', 'control-chart', 'comparison-unit', 'ab-test']);
export type VerificationMethod = z.infer<typeof verificationMethod>;

export const verificationBucket = z.enum(['day', 'week', 'month']);
export type VerificationBucket = z.infer<typeof verificationBucket>;

export const plannedLooks = z.enum(['once', 'sequential']);
export type PlannedLooks = z.infer<typeof plannedLooks>;

/** What the data say of a change. */
export const verdictWord = z.enum(['effective', 'not-shown', 'harmful', 'too-early']);
export type VerdictWord = z.infer<typeof verdictWord>;

export const verificationState = z.enum(['waiting', 'decided', 'reopened', 'withdrawn']);
export type VerificationState = z.infer<typeof verificationState>;
