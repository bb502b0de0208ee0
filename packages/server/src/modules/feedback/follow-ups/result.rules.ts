import type { FollowUp, FollowUpResult } from '@zhiheng/contract/feedback/follow-ups';

interface Ending {
  readonly result: FollowUpResult;
  readonly cause: string;
  readonly remedy: string;
  readonly secondScore: number | null;
}
export interface EndingFault {
  readonly path: string;
  readonly code: string;
}

type Known = Pick<FollowUp, 'history' | 'scoreMax'>;

/** What is missing before a follow-up may end like this; null when nothing is. Nobody is unreachable whom nobody tried to reach. */
export function endingFault(followUp: Known, ending: Ending): EndingFault | null {
  const reached = followUp.history.some((attempt) => attempt.reached);
  if (ending.result === 'unreachable') return unreachableFault(followUp, reached, ending);
  if (!reached) return { path: 'result', code: 'contact_needed' };
  if (ending.cause === '') return { path: 'cause', code: 'required' };
  if (ending.result === 'recovered' && ending.remedy === '') return { path: 'remedy', code: 'required' };
  const highest = followUp.scoreMax ?? Infinity;
  return ending.secondScore !== null && ending.secondScore > highest ? { path: 'secondScore', code: 'too_high' } : null;
}

function unreachableFault({ history }: Known, reached: boolean, { secondScore }: Ending): EndingFault | null {
  if (history.length === 0) return { path: 'result', code: 'attempt_missing' };
  if (reached) return { path: 'result', code: 'was_reached' };
  return secondScore === null ? null : { path: 'secondScore', code: 'not_reached' };
}
