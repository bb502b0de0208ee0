import type { Plan, PlanGoalDraft } from '@zhiheng/contract/improvement/plans';
import { planStep } from '@zhiheng/contract/improvement/plan-kind';

type Missing = Plan['missing'];
type Measured = Pick<PlanGoalDraft, 'title' | 'indicatorCode' | 'target' | 'strategy' | 'needIds'>;

/** Is a target better than where it began? Where the best is a value to hit, neither more nor less can say so. */
export function isChallenging(direction: string | null, baseline: number | null, target: number | null): boolean | null {
  if (baseline === null || target === null) return null;
  if (direction === 'higher') return target > baseline;
  return direction === 'lower' ? target < baseline : null;
}

/** A plan is adopted when it has been thought through up to its plan, and each goal says by what it is measured and whom it serves. */
export function missingIn(steps: Plan['steps'], goals: readonly Measured[], lines: number): Missing {
  const before = planStep.options.slice(0, planStep.options.indexOf('plan') + 1);
  const open = steps.filter(({ step, doneAt }) => before.includes(step) && doneAt === null).length;
  const named = (code: string, of: (goal: Measured) => boolean): Missing =>
    goals.filter(of).map(({ title }) => ({ code, params: { what: title } }));
  return [
    ...(open > 0 ? [{ code: 'steps_open', params: { count: open } }] : []),
    ...(goals.length === 0 ? [{ code: 'goals_missing', params: {} }] : []),
    ...named('goal_not_measurable', ({ indicatorCode, target }) => indicatorCode === null || target === null),
    ...named('goal_serves_nobody', ({ strategy, needIds }) => strategy === '' && needIds.length === 0),
    ...(lines === 0 ? [{ code: 'lines_missing', params: {} }] : []),
  ];
}
