import type { Attention } from '@zhiheng/contract/insight/board';
import type { WidgetKind, WidgetWidth } from '@zhiheng/contract/insight/widget';
import { m } from '../../../paraglide/messages.js';

export const widgetWords: Readonly<Record<WidgetKind, () => string>> = {
  kpi: m.boards_kind_kpi,
  trend: m.boards_kind_trend,
  ranking: m.boards_kind_ranking,
  attention: m.boards_kind_attention,
  findings: m.boards_kind_findings,
  projects: m.boards_kind_projects,
  text: m.boards_kind_text,
};

export const widthWords: Readonly<Record<WidgetWidth, () => string>> = {
  third: m.boards_width_third,
  half: m.boards_width_half,
  full: m.boards_width_full,
};

export const attentionKindWords: Readonly<Record<Attention['kind'], () => string>> = {
  missed: m.boards_attention_missed,
  near: m.boards_attention_near,
  worsened: m.boards_attention_worsened,
  no_data: m.boards_attention_no_data,
  few_answers: m.boards_attention_few_answers,
  quarantine: m.boards_attention_quarantine,
  collection_overdue: m.boards_attention_collection_overdue,
  slice_missed: m.boards_attention_slice_missed,
};

const stateWords: Readonly<Record<string, () => string>> = {
  open: m.boards_state_open,
  analysing: m.boards_state_analysing,
  improving: m.boards_state_improving,
  verifying: m.boards_state_verifying,
  closed: m.boards_state_closed,
  dismissed: m.boards_state_dismissed,
  draft: m.boards_state_draft,
  running: m.boards_state_running,
  stopped: m.boards_state_stopped,
  effective: m.boards_outcome_effective,
  'not-shown': m.boards_outcome_not_shown,
  harmful: m.boards_outcome_harmful,
  'too-early': m.boards_outcome_too_early,
  'not-verified': m.boards_outcome_not_verified,
};

/** A state of findings or projects, or an outcome; what is new shows by its name. */
export const stateText = (state: string): string => stateWords[state]?.() ?? state;
