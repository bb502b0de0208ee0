import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { VerificationPlanInput } from '@zhiheng/contract/verification/verifications';

/** What is typed into the form of a plan. */
export interface PlanValues extends Omit<VerificationPlanInput, 'indicator' | 'expectedChange' | 'slice' | 'comparison'> {
  readonly indicator: string | undefined;
  readonly expectedChange: number | null;
}

export interface Scopes {
  readonly slice: SubjectFilter;
  readonly comparison: SubjectFilter;
}

const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Half a year of weeks before tomorrow, and twelve weeks after it. */
export const firstValues = (): PlanValues => ({
  ...{ title: '', indicator: undefined, method: 'before-after', bucket: 'week', baselineFrom: dayBefore(200), startOn: dayBefore(-1) },
  ...{ periods: 12, expectedChange: null, minimumN: 30, looks: 'once', alpha: 0.05, power: 0.8, pickedAmong: null },
});

export const isCompared = (method: PlanValues['method'] | undefined): boolean => method === 'comparison-unit' || method === 'ab-test';

/** The plan as it is sent; null while something is missing. */
export function planOf(
  values: PlanValues | undefined,
  { slice, comparison }: Scopes,
  projectId: string | null,
): VerificationPlanInput | null {
  if (values === undefined) return null;
  const { indicator, expectedChange, baselineFrom, startOn, periods, minimumN } = values;
  const isWhole = [indicator, expectedChange, baselineFrom, startOn, periods, minimumN].every(Boolean);
  if (!isWhole || indicator === undefined || expectedChange === null) return null;
  const chosen = isCompared(values.method) && Object.values(comparison).some((id) => id !== undefined);
  return { ...values, indicator, expectedChange, projectId, slice, comparison: chosen ? comparison : null };
}
