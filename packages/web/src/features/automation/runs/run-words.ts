import type { AutomationRun } from '@zhiheng/contract/automation/automation';
import type { Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import type { Tone } from '../../../ui/status-badge.tsx';
import { codeWords } from '../../../lib/problem-words.ts';
import { fieldWords } from '../../cases/index.ts';

export const stateWords = {
  waiting: m.automation_state_waiting,
  done: m.automation_state_done,
  failed: m.automation_state_failed,
  held: m.automation_state_held,
} as const satisfies Record<AutomationRun['state'], () => string>;

export const stateTones = { waiting: 'note', done: 'good', failed: 'bad', held: 'idle' } as const satisfies Record<
  AutomationRun['state'],
  Tone
>;

const reasons: Readonly<Record<string, () => string>> = {
  loop: m.automation_reason_loop,
  'too-deep': m.automation_reason_too_deep,
  'too-often': m.automation_reason_too_often,
  'no-longer-holds': m.automation_reason_no_longer,
  'switched-off': m.automation_reason_off,
  fault: m.automation_reason_fault,
};

/** Why a rule did nothing: its own reasons, or the problem with which the case refused. */
export const reasonWords = (reason: string): string => reasons[reason]?.() ?? codeWords(reason);

/** What one action came to. */
export function stepWords({ action, result }: AutomationRun['steps'][number], format: Format): string {
  switch (action) {
    case 'change-case':
      return result === ''
        ? m.automation_did_nothing()
        : m.automation_did_change({ fields: format.list(result.split(',').map(fieldWords)) });
    case 'add-tags':
      return m.automation_did_tags({ tags: result });
    case 'add-note':
      return m.automation_did_note();
    case 'notify':
      return m.automation_did_notify({ n: result });
    case 'open-case':
      return m.automation_did_open({ number: result });
    default:
      return action satisfies never;
  }
}
