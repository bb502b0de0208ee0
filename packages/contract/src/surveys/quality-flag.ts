import { z } from 'zod';

/** Why an answer may not be meant. A flag is a question, no verdict: nothing is dropped by it. */
export const qualityFlag = z.enum([
  'fast',
  'long-string',
  'no-variance',
  'improbable-variance',
  'duplicate-vector',
  'regular-timing',
  'pasted',
  'repeated-device',
  'off-profile',
  'burst',
]);
export type QualityFlag = z.infer<typeof qualityFlag>;
