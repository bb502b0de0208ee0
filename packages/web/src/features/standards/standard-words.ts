import type { ClauseKind, StandardState } from '@zhiheng/contract/standards/standard-kind';
import type { ClauseChange, Standard, StandardVersion } from '@zhiheng/contract/standards/standards';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

export const kindWords = {
  attitude: m.standards_kind_attitude,
  efficiency: m.standards_kind_efficiency,
  accuracy: m.standards_kind_accuracy,
  process: m.standards_kind_process,
  safety: m.standards_kind_safety,
  timeliness: m.standards_kind_timeliness,
  hygiene: m.standards_kind_hygiene,
} as const satisfies Readonly<Record<ClauseKind, () => string>>;

export const stateWords = {
  'in-force': m.standards_state_in_force,
  coming: m.standards_state_coming,
  waiting: m.standards_state_waiting,
  draft: m.standards_state_draft,
} as const satisfies Readonly<Record<StandardState, () => string>>;

export const stateTones = { 'in-force': 'good', coming: 'note', waiting: 'near', draft: 'idle' } as const satisfies Readonly<
  Record<StandardState, Tone>
>;

export const changeWords = {
  added: m.standards_change_added,
  removed: m.standards_change_removed,
  changed: m.standards_change_changed,
  moved: m.standards_change_moved,
  same: m.standards_change_same,
} as const satisfies Readonly<Record<ClauseChange['change'], () => string>>;

/** What a version is today, beside the others of its standard. */
export function versionWords({ number, state }: Pick<StandardVersion, 'number' | 'state'>, standard: Pick<Standard, 'number'>): string {
  if (state !== 'approved') return stateWords[state]();
  if (number === standard.number) return m.standards_state_in_force();
  return standard.number === null || number > standard.number ? m.standards_state_coming() : m.standards_state_over();
}

/** The days of a version; one whose last day lies before its first was overtaken before it held. */
export function spanWords({ inForceFrom: from, inForceUntil: until }: Pick<StandardVersion, 'inForceFrom' | 'inForceUntil'>): string {
  if (from === null) return m.standards_none_shown();
  if (until === null) return m.standards_holds_from({ from });
  return until < from ? m.standards_overtaken() : m.standards_holds_span({ from, until });
}
