import { z } from 'zod';
import { code, indicatorCode, localText } from '../values/text.ts';

const measure = z.string().max(40);

/** One survey of `surveys.yaml`: a ready instrument for a service of the pack, which begins as a draft. */
export const packSurvey = z.strictObject({
  code,
  name: localText,
  instrument: z.string().max(64),
  service: code.nullable().default(null),
  minimum_group: z.number().int().min(1).max(100).default(1),
  fatigue_days: z.number().int().min(0).max(730).default(0),
  /** figures that flow into indicators of the pack */
  outflows: z.array(z.strictObject({ measure, part: measure.nullable().default(null), indicator: indicatorCode })).max(60).default([]),
  /** who scores at most this is called back within so many hours */
  follow_ups: z.array(z.strictObject({ measure, at_most: z.number(), hours: z.number().int().min(1).max(2160) })).max(10).default([]),
});
export type PackSurvey = z.infer<typeof packSurvey>;
export const packSurveys = z.strictObject({ surveys: z.array(packSurvey).max(100) });
