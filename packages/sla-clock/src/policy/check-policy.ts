import type { Goal, Policy, StepMoment, Target } from './policy.ts';

/** More pauses than this on one target cannot be told apart by the clock. */
const mostPauses = 15;

/**
 * Refuses a policy that no clock can run: a goal of no time, two steps or pauses of one name, steps that are no numbers.
 * What runs but is hardly meant is the matter of `lintPolicy`.
 * @throws RangeError that names the policy and what is wrong
 * @example requirePolicy({ id: 'p', version: 1, name: { zh: '', en: '' }, agreement: { kind: 'sla' }, effectiveFrom: 0, adoption: 'new-cases', scope: {}, calendar: 'c', closed: [], targets: [] }) // undefined
 */
export function requirePolicy(policy: Policy): void {
  if (!Number.isSafeInteger(policy.effectiveFrom)) refuse(policy, `is effective from ${policy.effectiveFrom}, which is no whole second`);
  for (const target of policy.targets) {
    requireGoal(policy, target);
    requirePauses(policy, target);
    requireSteps(policy, target);
  }
}

function requireGoal(policy: Policy, { kind, goal }: Target): void {
  if (!isGoal(goal))
    refuse(policy, `${kind} has the goal ${JSON.stringify(goal)}: working seconds from 1 on, or business days from 0 on, are expected`);
}

function isGoal(goal: Goal): boolean {
  if (goal.kind === 'working-time') return Number.isSafeInteger(goal.seconds) && goal.seconds > 0;
  return Number.isSafeInteger(goal.days) && goal.days >= 0 && goal.days < 10_000;
}

function requirePauses(policy: Policy, { kind, pauses }: Target): void {
  if (pauses.length > mostPauses) refuse(policy, `${kind} has ${pauses.length} pauses, more than ${mostPauses}`);
  const twice = firstTwice(pauses.map(({ reason }) => reason));
  if (twice !== undefined) refuse(policy, `${kind} names the pause ${twice} twice`);
}

function requireSteps(policy: Policy, { kind, steps }: Target): void {
  const twice = firstTwice(steps.map(({ id }) => id));
  if (twice !== undefined) refuse(policy, `${kind} names the step ${twice} twice`);
  for (const step of steps) {
    if (!isMoment(step.at))
      refuse(policy, `the step ${step.id} of ${kind} is at ${JSON.stringify(step.at)}: a percentage above 0 or whole seconds are expected`);
  }
}

const isMoment = (at: StepMoment): boolean =>
  at.kind === 'percent' ? at.percent > 0 && at.percent <= 10_000 : Number.isSafeInteger(at.seconds);

const firstTwice = (words: readonly string[]): string | undefined => words.find((word, index) => words.indexOf(word) !== index);

function refuse(policy: Policy, what: string): never {
  throw new RangeError(`policy ${policy.id} version ${policy.version}: ${what}`);
}
