import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import { priorityWords, type Priority } from './case-words.ts';

const tones = { p1: 'bad', p2: 'near', p3: 'note', p4: 'idle' } as const satisfies Record<Priority, Tone>;

export function PriorityBadge({ priority }: { readonly priority: Priority }) {
  return <StatusBadge tone={tones[priority]}>{priorityWords[priority]()}</StatusBadge>;
}
