import type { PriorityDefinition } from '@zhiheng/contract/findings/priority';

/** What a house begins with. A setting of ours, no norm. */
export const usualModel: PriorityDefinition = {
  weights: { importance: 25, urgency: 25, feasibility: 15, resources: 10, risk: 10, cost: 15 },
  costBands: [1_000, 5_000, 20_000, 100_000],
  currency: 'CNY',
  rates: { reworkHour: 80, complaint: 150, customer: 2_000 },
};
