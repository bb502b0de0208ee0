import type { CallEndpoint } from '@zhiheng/contract/call';
import { createIndicator } from '@zhiheng/contract/measurement/indicators';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import { registerVerification, type Verification, type VerificationPlanInput } from '@zhiheng/contract/verification/verifications';

const dayLength = 86_400_000;
/** Monday of the week that is not over yet. */
const thisMonday = (): number => {
  const today = Math.floor(Date.now() / dayLength);
  return today - ((today + 3) % 7);
};
const mondayIn = (weeks: number): string => new Date((thisMonday() + 7 * weeks) * dayLength).toISOString().slice(0, 10);

export const baselineFrom = mondayIn(-42);
export const changeFrom = mondayIn(-12);

/** An indicator in minutes of which less is better, with thirty weeks around 40 before the change. */
export async function furnishWait(call: CallEndpoint, code: string, name: { zh: string; en: string }): Promise<void> {
  await call(createIndicator, {
    body: {
      ...{ code, name, definition: name, dimension: 'responsiveness', perspective: 'technical', measure: 'duration', unit: 'min' },
      ...{ decimals: 1, direction: 'lower', aggregate: 'mean' },
    },
  });
  await sendWeeks(call, code, { from: -42, until: -12, level: 40 });
}

/** Five observations a week around a level; the scatter is fixed, so that each run sees the same. */
export async function sendWeeks(
  call: CallEndpoint,
  indicator: string,
  { from, until, level }: { from: number; until: number; level: number },
) {
  const body = Array.from({ length: until - from }, (_, i) => from + i).flatMap((week) =>
    Array.from({ length: 5 }, (__, day) => ({
      ...{ indicator, at: `${mondayIn(week)}T0${day}:00:00Z`, key: `${indicator}-${week}-${day}` },
      value: Math.round(10 * (level + 3 * Math.sin(17 * week) + 2 * Math.sin(5 * day + week))) / 10,
    })),
  );
  await call(sendObservations, { body });
}

export const waitPlan = (indicator: string, more: Partial<VerificationPlanInput> = {}): VerificationPlanInput => ({
  ...{ indicator, method: 'before-after', bucket: 'week', baselineFrom, startOn: changeFrom, periods: 12, expectedChange: 5, minimumN: 40 },
  ...more,
});

/** A plan that waits for its figures; returns its id. */
export async function furnishVerification(call: CallEndpoint): Promise<string> {
  await furnishWait(call, 'furnished_wait', { zh: '窗口等待时间', en: 'Waiting at the counter' });
  const { id }: Verification = await call(registerVerification, { body: waitPlan('furnished_wait', { title: '窗口等待时间 2026' }) });
  await sendWeeks(call, 'furnished_wait', { from: -12, until: 0, level: 33 });
  return id;
}
