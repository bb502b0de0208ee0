import type { Collection } from '@zhiheng/contract/measurement/collections';

export type PlanValues = Pick<Collection, 'name' | 'period' | 'indicators' | 'subjectIds' | 'startsOn' | 'dueDays' | 'ownerId'>;

/** A monthly plan from this month on. */
export const newPlan = (today: string): Partial<PlanValues> => ({
  period: 'month',
  indicators: [],
  subjectIds: [],
  startsOn: `${today.slice(0, 7)}-01`,
  dueDays: 5,
  ownerId: null,
});

export const valuesOf = ({ name, period, indicators, subjectIds, startsOn, dueDays, ownerId }: Collection): PlanValues => ({
  ...{ name, period, indicators, subjectIds, startsOn, dueDays, ownerId },
});
