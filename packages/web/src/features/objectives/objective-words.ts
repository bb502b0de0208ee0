import type { Burning, ObjectiveDefinition, ObjectiveStatus } from '@zhiheng/contract/monitoring/objective';
import type { ObjectiveExclusion } from '@zhiheng/contract/monitoring/objectives';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

interface Worded {
  readonly tone: Tone;
  readonly word: string;
}

/** Below this share of the budget a promise that holds is close to breaking. */
const nearlySpent = 0.25;

export function statusWords(status: ObjectiveStatus | null): Worded {
  if (status === null || status.kind === 'unmeasured') return { tone: 'idle', word: m.objectives_unmeasured() };
  if (status.budget.leftShare < 0) return { tone: 'bad', word: m.objectives_missed() };
  return status.budget.leftShare < nearlySpent ? { tone: 'near', word: m.objectives_near() } : { tone: 'good', word: m.objectives_met() };
}

/** `99.9%`, with as many decimals as the target has. A share is cut, never rounded up to what it is not. */
export function shareText(share: number, format: Format, decimals = 3): string {
  const scale = 10 ** decimals;
  const percent = Math.floor(share * 100 * scale + 1e-6) / scale;
  const needed = [0, 1, 2].find((places) => Math.abs(percent * 10 ** places - Math.round(percent * 10 ** places)) < 1e-9) ?? decimals;
  return format.percent(percent, Math.max(1, needed));
}

export const targetText = (target: number, format: Format): string => shareText(target, format, 4);

export function windowText(window: ObjectiveDefinition['window'], format: Format): string {
  if (window.kind === 'rolling') return m.objectives_window_days({ n: format.number(window.count) });
  return { week: m.objectives_window_week, month: m.objectives_window_month, quarter: m.objectives_window_quarter }[window.unit]();
}

export function methodText(method: ObjectiveDefinition['method'], format: Format): string {
  const slice = format.duration(method.slice);
  if (method.kind === 'occurrences') return m.objectives_method_occurrences_text();
  return m.objectives_method_slices_text({ slice, share: format.percent(100 * method.sliceTarget, 0) });
}

const burningWords = {
  firing: { tone: 'bad', word: m.objectives_burn_firing },
  quiet: { tone: 'near', word: m.objectives_burn_quiet },
  calm: { tone: 'good', word: m.objectives_burn_calm },
} as const satisfies Record<Burning['kind'], { tone: Tone; word: () => string }>;

export const burnWords = (kind: Burning['kind']): Worded => ({ tone: burningWords[kind].tone, word: burningWords[kind].word() });

export const severityWords = { page: m.objectives_severity_page, ticket: m.objectives_severity_ticket } as const;

const exclusionStates = {
  pending: { tone: 'near', word: m.objectives_exclusion_pending },
  approved: { tone: 'good', word: m.objectives_exclusion_approved },
  rejected: { tone: 'idle', word: m.objectives_exclusion_rejected },
} as const satisfies Record<ObjectiveExclusion['state'], { tone: Tone; word: () => string }>;

export const exclusionWords = (state: ObjectiveExclusion['state']): Worded => ({
  tone: exclusionStates[state].tone,
  word: exclusionStates[state].word(),
});

/** A share that may be unknown. */
export const shareOrDash = (share: number | null | undefined, format: Format, decimals = 3): string =>
  typeof share === 'number' ? shareText(share, format, decimals) : '—';
