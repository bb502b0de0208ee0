import type { CaseStatus } from '@zhiheng/contract/cases/case';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import { statusWords } from './case-words.ts';

const tones = {
  new: 'near',
  open: 'note',
  'awaiting-customer': 'idle',
  'awaiting-supplier': 'idle',
  'on-hold': 'idle',
  resolved: 'good',
  'following-up': 'note',
  closed: 'idle',
  cancelled: 'idle',
  merged: 'idle',
} as const satisfies Record<CaseStatus, Tone>;

export function CaseStatusBadge({ status }: { readonly status: CaseStatus }) {
  return <StatusBadge tone={tones[status]}>{statusWords[status]()}</StatusBadge>;
}
