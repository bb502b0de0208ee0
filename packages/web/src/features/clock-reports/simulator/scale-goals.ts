import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';

/** The same promises with goals of another length, in whole minutes; the end of a business day stays what it is. */
export function scaleGoals(definition: AgreementDefinition, factor: number): AgreementDefinition {
  if (factor === 1) return definition;
  const targets = definition.targets.map((target) =>
    target.goal.kind === 'working-time'
      ? { ...target, goal: { ...target.goal, seconds: Math.max(60, Math.round((target.goal.seconds * factor) / 60) * 60) } }
      : target,
  );
  return { ...definition, targets };
}
