import { formatClock } from '../../../lib/format/duration.ts';
import type { Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import type { Tone } from '../../../ui/status-badge.tsx';
import { clockStateWords, type ClockState } from '../words/case-words.ts';
import { nearSeconds, type DueState } from './due.rules.ts';

/** Seconds count where they matter; longer spans are read in words. */
export const spanText = (seconds: number, format: Format): string =>
  seconds <= nearSeconds ? formatClock(seconds) : format.duration(seconds);

const endTones: Readonly<Partial<Record<ClockState, Tone>>> = { met: 'good', missed: 'bad' };

/** Shape, colour and word of a promise's state. */
export function dueBadge(due: DueState): { readonly tone: Tone; readonly word: string } {
  switch (due.kind) {
    case 'none':
      return { tone: 'idle', word: m.cases_clock_none() };
    case 'overdue':
      return { tone: 'bad', word: m.cases_clock_overdue() };
    case 'soon':
      return { tone: 'near', word: m.cases_clock_soon() };
    case 'running':
      return { tone: 'good', word: m.cases_clock_running() };
    case 'waiting':
      return { tone: 'idle', word: clockStateWords[due.state]() };
    case 'over':
      return { tone: endTones[due.state] ?? 'idle', word: clockStateWords[due.state]() };
    default:
      return due satisfies never;
  }
}
