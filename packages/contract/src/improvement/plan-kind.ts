import { z } from 'zod';

export const planState = z.enum(['draft', 'adopted', 'closed']);
export type PlanState = z.infer<typeof planState>;

/** The eight steps of the planning cycle, in their order. */
export const planStep = z.enum(['serve', 'collect', 'analyse', 'goals', 'plan', 'carry-out', 'monitor', 'evaluate']);
export type PlanStep = z.infer<typeof planStep>;

export const planLineKind = z.enum([
  'process',
  'training',
  'technology',
  'facilities',
  'customer-relations',
  'monitoring',
  'incentives',
  'partners',
]);
export type PlanLineKind = z.infer<typeof planLineKind>;
