import type { DueEntry } from '@zhiheng/contract/measurement/collections';
import { m } from '../../paraglide/messages.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';

type State = DueEntry['state'];

const words: Readonly<Record<State, () => string>> = {
  complete: m.collections_state_complete,
  open: m.collections_state_open,
  'due-soon': m.collections_state_due_soon,
  overdue: m.collections_state_overdue,
  planned: m.collections_state_planned,
};
const tones = { complete: 'good', open: 'note', 'due-soon': 'near', overdue: 'bad', planned: 'idle' } as const satisfies Record<
  State,
  Tone
>;

export function DueStateBadge({ state }: { readonly state: State }) {
  return <StatusBadge tone={tones[state]}>{words[state]()}</StatusBadge>;
}
