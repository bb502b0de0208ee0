import type { FindingKind, FindingOrder, FindingSeverity, FindingSource, FindingState } from '@zhiheng/contract/findings/finding-kind';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

type Words<Key extends string> = Readonly<Record<Key, () => string>>;

export const stateWords: Words<FindingState> = {
  open: m.findings_state_open,
  analysing: m.findings_state_analysing,
  improving: m.findings_state_improving,
  verifying: m.findings_state_verifying,
  closed: m.findings_state_closed,
  dismissed: m.findings_state_dismissed,
};
export const stateTones = {
  ...{ open: 'near', analysing: 'note', improving: 'note' },
  ...{ verifying: 'note', closed: 'good', dismissed: 'idle' },
} as const satisfies Record<FindingState, Tone>;

export const sourceWords: Words<FindingSource> = {
  gap: m.findings_source_gap,
  breach: m.findings_source_breach,
  'hot-spot': m.findings_source_hot_spot,
  'control-signal': m.findings_source_control_signal,
  threshold: m.findings_source_threshold,
  forecast: m.findings_source_forecast,
  'low-score': m.findings_source_low_score,
  'budget-burn': m.findings_source_budget_burn,
  campaign: m.findings_source_campaign,
  complaint: m.findings_source_complaint,
  audit: m.findings_source_audit,
  suggestion: m.findings_source_suggestion,
  manual: m.findings_source_manual,
};

export const kindWords: Words<FindingKind | 'none'> = {
  people: m.findings_kind_people,
  process: m.findings_kind_process,
  technology: m.findings_kind_technology,
  resources: m.findings_kind_resources,
  environment: m.findings_kind_environment,
  none: m.findings_kind_none,
};

export const severityWords: Words<FindingSeverity> = {
  low: m.findings_severity_low,
  medium: m.findings_severity_medium,
  high: m.findings_severity_high,
};
export const severityTones = { low: 'idle', medium: 'near', high: 'bad' } as const satisfies Record<FindingSeverity, Tone>;

export const orderWords: Words<FindingOrder> = {
  rank: m.findings_order_rank,
  'last-seen': m.findings_order_last_seen,
  'first-seen': m.findings_order_first_seen,
  severity: m.findings_order_severity,
  due: m.findings_order_due,
  times: m.findings_order_times,
};

/** Options of a list of words, in the order of the words. */
export const optionsOf = <Key extends string>(words: Words<Key>): { value: Key; label: string }[] =>
  (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value]() }));
