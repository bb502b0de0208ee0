import type { ActionState, ProjectOutcome, ProjectState, ProjectTemplate } from '@zhiheng/contract/improvement/project-kind';
import { phasesOf } from '@zhiheng/contract/improvement/project-phases';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

export const templateWords: Readonly<Record<ProjectTemplate, () => string>> = {
  pdca: m.improvement_template_pdca,
  dmaic: m.improvement_template_dmaic,
  reengineering: m.improvement_template_reengineering,
  agile: m.improvement_template_agile,
  'quality-circle': m.improvement_template_circle,
};
export const templateHelp: Readonly<Record<ProjectTemplate, () => string>> = {
  pdca: m.improvement_help_pdca,
  dmaic: m.improvement_help_dmaic,
  reengineering: m.improvement_help_reengineering,
  agile: m.improvement_help_agile,
  'quality-circle': m.improvement_help_circle,
};

export const stateWords: Readonly<Record<ProjectState, () => string>> = {
  draft: m.improvement_state_draft,
  running: m.improvement_state_running,
  verifying: m.improvement_state_verifying,
  closed: m.improvement_state_closed,
  stopped: m.improvement_state_stopped,
};
export const stateTones: Readonly<Record<ProjectState, Tone>> = {
  draft: 'idle',
  running: 'note',
  verifying: 'near',
  closed: 'idle',
  stopped: 'idle',
};

export const outcomeWords: Readonly<Record<ProjectOutcome, () => string>> = {
  effective: m.improvement_outcome_effective,
  'not-shown': m.improvement_outcome_not_shown,
  harmful: m.improvement_outcome_harmful,
  'too-early': m.improvement_outcome_too_early,
  'not-verified': m.improvement_outcome_not_verified,
};
export const outcomeTones: Readonly<Record<ProjectOutcome, Tone>> = {
  effective: 'good',
  'not-shown': 'near',
  harmful: 'bad',
  'too-early': 'note',
  'not-verified': 'idle',
};

export const actionWords: Readonly<Record<ActionState, () => string>> = {
  'to-do': m.improvement_action_to_do,
  doing: m.improvement_action_doing,
  done: m.improvement_action_done,
};

const ofAll: Readonly<Record<string, () => string>> = {
  plan: m.improvement_phase_plan,
  do: m.improvement_phase_do,
  check: m.improvement_phase_check,
  act: m.improvement_phase_act,
  define: m.improvement_phase_define,
  analyse: m.improvement_phase_analyse,
  improve: m.improvement_phase_improve,
  control: m.improvement_phase_control,
  review: m.improvement_phase_review,
  redesign: m.improvement_phase_redesign,
  standardise: m.improvement_phase_standardise,
  train: m.improvement_phase_train,
  assess: m.improvement_phase_assess,
  backlog: m.improvement_phase_backlog,
  retrospective: m.improvement_phase_retrospective,
  theme: m.improvement_phase_theme,
  situation: m.improvement_phase_situation,
  cause: m.improvement_phase_cause,
  effect: m.improvement_phase_effect,
};

/** `measure` measures in DMAIC and is a measure taken in a quality circle. */
export function phaseWords(template: ProjectTemplate, phase: string): string {
  if (phase === 'measure') return template === 'dmaic' ? m.improvement_phase_measure_dmaic() : m.improvement_phase_countermeasure();
  const iteration = /^iteration-(\d+)$/.exec(phase)?.[1];
  return iteration === undefined ? (ofAll[phase]?.() ?? phase) : m.improvement_phase_iteration({ n: iteration });
}

export const phaseOptions = (template: ProjectTemplate) =>
  phasesOf[template].map((phase) => ({ value: phase, label: phaseWords(template, phase) }));
