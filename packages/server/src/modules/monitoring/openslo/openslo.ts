import { z } from 'zod';

/** The shapes of OpenSLO v1 as far as objectives here can keep what they promise; a field that is not here is refused, not passed over. */

const annotations = z.record(z.string(), z.string());
export const metadata = z.strictObject({
  name: z.string().min(1).max(128),
  displayName: z.string().max(400).optional(),
  labels: z.record(z.string(), z.unknown()).optional(),
  annotations: annotations.optional(),
});
export type Metadata = z.infer<typeof metadata>;

/** `zhiheng` names an indicator or a probe of ours. */
const measured = z.strictObject({
  metricSource: z.strictObject({
    type: z.literal('zhiheng'),
    spec: z.strictObject({
      probe: z.string().optional(),
      measure: z.enum(['availability', 'latency']).optional(),
      indicator: z.string().optional(),
    }),
  }),
});
export const indicatorSpec = z.strictObject({
  description: z.string().optional(),
  thresholdMetric: measured.optional(),
  ratioMetric: z.strictObject({ counter: z.boolean().optional(), good: measured, total: measured }).optional(),
});
export type IndicatorSpec = z.infer<typeof indicatorSpec>;

const condition = z.strictObject({
  description: z.string().optional(),
  severity: z.enum(['page', 'ticket']),
  condition: z.strictObject({
    kind: z.literal('burnrate'),
    op: z.literal('gt'),
    threshold: z.number().positive().max(10_000),
    lookbackWindow: z.string(),
    alertAfter: z.string().optional(),
  }),
});
export type ConditionSpec = z.infer<typeof condition>;
const inlineCondition = z.strictObject({ kind: z.literal('AlertCondition'), metadata, spec: condition });
const conditionRef = z.strictObject({ conditionRef: z.string() });

const policy = z.strictObject({
  description: z.string().optional(),
  alertWhenNoData: z.literal(false).optional(),
  alertWhenBreaching: z.literal(true).optional(),
  alertWhenResolved: z.boolean().optional(),
  conditions: z.array(z.union([inlineCondition, conditionRef])).max(6),
  notificationTargets: z.array(z.never()).max(0).optional(),
});
export type PolicySpec = z.infer<typeof policy>;

const objective = z.strictObject({
  displayName: z.string().optional(),
  op: z.enum(['lte', 'gte']).optional(),
  value: z.number().optional(),
  target: z.number().gt(0).lt(1).optional(),
  targetPercent: z.number().gt(0).lt(100).optional(),
  timeSliceTarget: z.number().gt(0).max(1).optional(),
  timeSliceWindow: z.string().optional(),
});

const timeWindow = z.strictObject({
  duration: z.string(),
  isRolling: z.boolean(),
  calendar: z.strictObject({ startTime: z.string(), timeZone: z.string() }).optional(),
});
export type TimeWindow = z.infer<typeof timeWindow>;

const slo = z.strictObject({
  description: z.string().optional(),
  service: z.string(),
  indicator: z.strictObject({ metadata: metadata.optional(), spec: indicatorSpec }).optional(),
  indicatorRef: z.string().optional(),
  timeWindow: z.array(timeWindow).length(1),
  budgetingMethod: z.enum(['Occurrences', 'Timeslices']),
  objectives: z.array(objective).length(1),
  alertPolicies: z
    .array(
      z.union([
        z.string(),
        z.strictObject({ alertPolicyRef: z.string() }),
        z.strictObject({ kind: z.literal('AlertPolicy'), metadata, spec: policy }),
      ]),
    )
    .max(1)
    .optional(),
});
export type SloSpec = z.infer<typeof slo>;

const document = <K extends string, S extends z.ZodType>(kind: K, spec: S) =>
  z.strictObject({ apiVersion: z.literal('openslo/v1'), kind: z.literal(kind), metadata, spec });

/** What is read, by kind. */
export const documents = {
  SLO: document('SLO', slo),
  SLI: document('SLI', indicatorSpec),
  Service: document('Service', z.strictObject({ description: z.string().optional() })),
  AlertPolicy: document('AlertPolicy', policy),
  AlertCondition: document('AlertCondition', condition),
} as const;
export type Kind = keyof typeof documents;

/** What OpenSLO has no field for. */
export const annotation = {
  nameZh: 'zhiheng/name-zh',
  slice: 'zhiheng/slice',
  calendar: 'zhiheng/calendar',
  since: 'zhiheng/since',
  shortWindow: 'zhiheng/short-window',
  minimumBad: 'zhiheng/minimum-bad',
  minimumTotal: 'zhiheng/minimum-total',
} as const;
