import { z } from 'zod';
import { segmentTest, valueLevel } from '../customers/customers.ts';
import { code } from '../values/text.ts';

/** One rule of `customers.yaml`: who belongs to the segment. The rules are tried in their order. */
export const packSegmentRule = z.strictObject({
  segment: code,
  level: valueLevel.optional(),
  tests: z.array(segmentTest).min(1).max(10),
});
export type PackSegmentRule = z.infer<typeof packSegmentRule>;
export const packCustomers = z.strictObject({ segment_rules: z.array(packSegmentRule).max(100) });

/** Customers of the demo data. Values are drawn; organisations are worth ten times as much as people. */
export const packDemoCustomers = z.strictObject({
  people: z.number().int().min(0).max(500),
  organisations: z.array(z.string().min(1).max(200)).max(200).default([]),
  annual_value: z.strictObject({ median: z.number().positive(), spread: z.number().positive().max(3) }),
  /** given to a share of the customers of one kind or of both, or to those that `of` names */
  attributes: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(64),
        value: z.union([z.string().max(400), z.number(), z.boolean()]),
        share: z.number().min(0).max(1).default(1),
        kind: z.enum(['person', 'organisation']).optional(),
        of: z.array(z.string()).optional(),
      }),
    )
    .max(20)
    .default([]),
});
export type PackDemoCustomers = z.infer<typeof packDemoCustomers>;
