import type { FieldKind, FieldSessionState, FieldSheetState, FieldStudyState } from '@zhiheng/contract/fieldwork/fieldwork-kinds';
import type { StudyOrder } from './fieldwork.search.ts';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

type Words<K extends string> = Readonly<Record<K, () => string>>;

export const kindWords: Words<FieldKind> = {
  interview: m.fieldwork_kind_interview,
  'focus-group': m.fieldwork_kind_focus_group,
  observation: m.fieldwork_kind_observation,
  'mystery-visit': m.fieldwork_kind_mystery_visit,
};
export const stateWords: Words<FieldStudyState> = {
  draft: m.fieldwork_state_draft,
  open: m.fieldwork_state_open,
  closed: m.fieldwork_state_closed,
};
export const stateTones: Readonly<Record<FieldStudyState, Tone>> = { draft: 'near', open: 'good', closed: 'idle' };
export const sessionStateWords: Words<FieldSessionState> = {
  planned: m.fieldwork_session_planned,
  held: m.fieldwork_session_held,
  cancelled: m.fieldwork_session_cancelled,
};
export const sessionStateTones: Readonly<Record<FieldSessionState, Tone>> = { planned: 'note', held: 'good', cancelled: 'idle' };
export const sheetStateWords: Words<FieldSheetState> = {
  draft: m.fieldwork_sheet_draft,
  submitted: m.fieldwork_sheet_submitted,
  reopened: m.fieldwork_sheet_reopened,
};
export const sheetStateTones: Readonly<Record<FieldSheetState, Tone>> = { draft: 'near', submitted: 'good', reopened: 'near' };
export const orderWords: Words<StudyOrder> = {
  changed: m.fieldwork_order_changed,
  name: m.fieldwork_order_name,
  begin: m.fieldwork_order_begin,
  held: m.fieldwork_order_held,
};

export const optionsOf = <K extends string>(words: Words<K>, keys: readonly K[]) => keys.map((value) => ({ value, label: words[value]() }));

/** `2026-11-20 14:00–15:30`. */
export function timeText({ startsAt, minutes }: { readonly startsAt: string; readonly minutes: number }, format: Format): string {
  const ends = format.dateTime(new Date(Date.parse(startsAt) + minutes * 60_000).toISOString());
  const begins = format.dateTime(startsAt);
  return ends.slice(0, 10) === begins.slice(0, 10) ? `${begins}–${ends.slice(11)}` : `${begins} – ${ends}`;
}

/** First and last day that is planned, as far as they are decided. */
export function spanText(from: string | null, until: string | null): string {
  if (from === null && until === null) return '—';
  return from === until ? (from ?? '—') : `${from ?? '…'} – ${until ?? '…'}`;
}
