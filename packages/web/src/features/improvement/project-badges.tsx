import type { ProjectOutcome } from '@zhiheng/contract/improvement/project-kind';
import type { ProjectRow } from '@zhiheng/contract/improvement/projects';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { outcomeTones, outcomeWords, stateTones, stateWords } from './project-words.ts';

/** What became of a project says more than that it is closed. */
export function ProjectBadge({ state, outcome }: Pick<ProjectRow, 'state' | 'outcome'>) {
  if (outcome !== null) return <OutcomeBadge outcome={outcome} />;
  return <StatusBadge tone={stateTones[state]}>{stateWords[state]()}</StatusBadge>;
}

export function OutcomeBadge({ outcome }: { readonly outcome: ProjectOutcome }) {
  return <StatusBadge tone={outcomeTones[outcome]}>{outcomeWords[outcome]()}</StatusBadge>;
}
