import type { VerificationRow } from '@zhiheng/contract/verification/verifications';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { stateWords, verdictTones, verdictWords } from './verification-words.ts';

/** The verdict; where it holds no longer, or never will, that is said instead. */
export function VerificationBadge({ state, verdict }: Pick<VerificationRow, 'state' | 'verdict'>) {
  if (state === 'withdrawn') return <StatusBadge tone="idle">{stateWords.withdrawn()}</StatusBadge>;
  if (state === 'reopened') return <StatusBadge tone="bad">{stateWords.reopened()}</StatusBadge>;
  return <StatusBadge tone={verdictTones[verdict]}>{verdictWords[verdict]()}</StatusBadge>;
}
