import type { PlanLineKind, PlanState, PlanStep } from '@zhiheng/contract/improvement/plan-kind';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

export const stateWords: Readonly<Record<PlanState, () => string>> = {
  draft: m.planning_state_draft,
  adopted: m.planning_state_adopted,
  closed: m.planning_state_closed,
};
export const stateTones: Readonly<Record<PlanState, Tone>> = { draft: 'near', adopted: 'note', closed: 'idle' };

export const stepWords: Readonly<Record<PlanStep, () => string>> = {
  serve: m.planning_step_serve,
  collect: m.planning_step_collect,
  analyse: m.planning_step_analyse,
  goals: m.planning_step_goals,
  plan: m.planning_step_plan,
  'carry-out': m.planning_step_carry_out,
  monitor: m.planning_step_monitor,
  evaluate: m.planning_step_evaluate,
};

export const kindWords: Readonly<Record<PlanLineKind, () => string>> = {
  process: m.planning_kind_process,
  training: m.planning_kind_training,
  technology: m.planning_kind_technology,
  facilities: m.planning_kind_facilities,
  'customer-relations': m.planning_kind_customer_relations,
  monitoring: m.planning_kind_monitoring,
  incentives: m.planning_kind_incentives,
  partners: m.planning_kind_partners,
};
