import { useMutation } from '@tanstack/react-query';
import { updatePlan, type Plan, type PlanGoalDraft, type PlanLineDraft } from '@zhiheng/contract/improvement/plans';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';

/** What of a goal is written; the rest is read. */
export const goalDraft = ({
  id,
  title,
  strategy,
  needIds,
  indicatorCode,
  baseline,
  target,
  stages,
}: Plan['goals'][number]): PlanGoalDraft => ({
  ...{ id, title, strategy, needIds, indicatorCode, baseline, target, stages },
});
export const lineDraft = ({
  id,
  kind,
  title,
  goalId,
  ownerId,
  dueOn,
  weight,
  projectId,
  doneOn,
}: Plan['lines'][number]): PlanLineDraft => ({
  ...{ id, kind, title, goalId, ownerId, dueOn, weight, projectId, doneOn },
});

type Change = { readonly goals: PlanGoalDraft[] } | { readonly lines: PlanLineDraft[] };

export const useSavePlan = ({ id, version }: Plan, onDone: () => void) =>
  useMutation({
    mutationFn: (change: Change) => call(updatePlan, { params: { id }, body: { version, ...change } }),
    meta: { showsError: true, done: m.planning_saved() },
    onSuccess: onDone,
  });
