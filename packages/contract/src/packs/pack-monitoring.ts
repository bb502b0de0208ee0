import { z } from 'zod';
import { objectiveWindow } from '../monitoring/objective.ts';
import { code, indicatorCode, localText } from '../values/text.ts';

/**
 * One objective of `objectives.yaml`: which share of the observations of an indicator is promised to be good, for a service. Packs know no addresses, so
 * they bring none that are probed.
 */
export const packObjective = z.strictObject({
  code,
  name: localText,
  service: code,
  indicator: indicatorCode,
  /** beyond it an observation is bad, in the unit of the indicator; shares count good and bad themselves */
  limit: z.strictObject({ op: z.enum(['lte', 'gte']), value: z.number() }).optional(),
  /** in percent */
  target: z.number().gt(0).lt(100),
  window: objectiveWindow.default({ kind: 'rolling', unit: 'day', count: 30 }),
  /** the promise covers the hours of this calendar; else it holds around the clock */
  calendar: code.optional(),
});
export type PackObjective = z.infer<typeof packObjective>;
export const packObjectives = z.strictObject({ objectives: z.array(packObjective).max(100) });

/** A probe of the demo data: hourly looks that nobody takes, with one outage, and what is promised of it. */
export const packDemoProbe = z.strictObject({
  code,
  name: localText,
  service: code,
  address: z.url(),
  latency_ms: z.number().int().min(1).max(10_000),
  /** share of looks that fail here and there, in percent */
  failing: z.number().min(0).max(20).default(0.1),
  outage: z.strictObject({ days_ago: z.number().int().min(1).max(50), hours: z.number().int().min(1).max(24) }).optional(),
  /** in percent, over 30 days */
  target: z.number().gt(0).lt(100),
});
export type PackDemoProbe = z.infer<typeof packDemoProbe>;
