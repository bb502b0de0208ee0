import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { stepName, type Moment, type Step } from './step-text.ts';
import { rowsOf, targetsOf } from './target-rows.ts';

export type Action = AgreementDefinition['actions'][number];
type Escalation = Pick<AgreementDefinition, 'targets' | 'actions'>;

/** Where a step stands: a line of the targets, and its place there. */
export interface StepPlace {
  readonly row: number;
  readonly step: Step;
}

export const stepsOf = ({ targets }: Escalation): StepPlace[] =>
  rowsOf(targets).flatMap(({ course }, row) => course.steps.map((step) => ({ row, step })));

export const actionOf = ({ actions }: Escalation, stepId: string): Action =>
  actions.find((action) => action.stepId === stepId) ?? { stepId, notify: [], raisePriority: false };

/** Puts a new step at the end of a line, for the person in charge until somebody else is chosen. */
export function addStep(escalation: Escalation, row: number, at: Moment): Escalation {
  const kind = rowsOf(escalation.targets)[row]?.course.kind ?? 'resolution';
  const taken = new Set([...stepsOf(escalation).map(({ step }) => step.id), ...escalation.actions.map(({ stepId }) => stepId)]);
  const id = Array.from({ length: 400 }, (_, n) => `${kind}-${n + 1}`).find((free) => !taken.has(free)) ?? `${kind}-0`;
  const step = { id, name: stepName(at), at };
  const next = mapSteps(escalation, row, (steps) => [...steps, step]);
  return { ...next, actions: [...escalation.actions, { stepId: id, notify: ['assignee'], raisePriority: false }] };
}

export const moveStep = (escalation: Escalation, { row, step }: StepPlace, at: Moment): Escalation =>
  mapSteps(escalation, row, (steps) => steps.map((one) => (one.id === step.id ? { ...one, at, name: stepName(at) } : one)));

/** Takes a step away, and what was to be done at it unless another line still has it. */
export function removeStep(escalation: Escalation, { row, step }: StepPlace): Escalation {
  const next = mapSteps(escalation, row, (steps) => steps.filter(({ id }) => id !== step.id));
  const left = new Set(stepsOf(next).map((place) => place.step.id));
  return { ...next, actions: next.actions.filter(({ stepId }) => stepId !== step.id || left.has(stepId)) };
}

export const setAction = (escalation: Escalation, action: Action): Escalation => ({
  ...escalation,
  actions: [...escalation.actions.filter(({ stepId }) => stepId !== action.stepId), action],
});

function mapSteps({ targets, actions }: Escalation, row: number, change: (steps: readonly Step[]) => Step[]): Escalation {
  const rows = rowsOf(targets);
  const next = rows.map((one, index) => (index === row ? { ...one, course: { ...one.course, steps: change(one.course.steps) } } : one));
  return { targets: targetsOf(next), actions };
}
