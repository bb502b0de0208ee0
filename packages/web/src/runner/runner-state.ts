import type { ClosedReason, Run } from '@zhiheng/contract/surveys/runs';
import type { Answer, AnswerFault } from '@zhiheng/forms/answers';

/** Where somebody is with a survey. */
export type Stage =
  | { readonly kind: 'asking' }
  | { readonly kind: 'sending' }
  /** stored on this device, not at the server yet */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ended'; readonly ending: string | null; readonly screened: boolean }
  | { readonly kind: 'closed'; readonly reason: ClosedReason; readonly opensAt: string | null }
  | { readonly kind: 'refused' };

/** A file that was taken, or is on its way. */
export interface Upload {
  readonly key: string;
  readonly field: string;
  readonly name: string;
  readonly size: number;
  /** 0 to 1; the file is there at 1 */
  readonly share: number;
  readonly fault: 'too-large' | 'kind' | 'failed' | null;
}

/** Everything that the screen shows. */
export interface RunnerState {
  readonly run: Run;
  /** secret of this answer; also decides the order of what is shuffled */
  readonly resume: string;
  readonly language: string;
  readonly answers: Readonly<Record<string, Answer>>;
  /** key of the page on the screen; null: the first */
  readonly page: string | null;
  readonly consent: boolean;
  readonly faults: readonly RunnerFault[];
  readonly uploads: readonly Upload[];
  readonly stage: Stage;
  /** why the server did not take the answers, by its code */
  readonly problem: string | null;
  /** kiosk: answers that are still on this device, and those that the server will not take */
  readonly queued: number;
  readonly spurned: number;
  /** kiosk: seconds until the next person; null while there is no hurry */
  readonly countdown: number | null;
  /** said to screen readers */
  readonly news: string;
  /** asks before an invitation is refused for good */
  readonly refusing: boolean;
}

/** What keeps the page from being left; the consent is no field of the form. */
export type RunnerFault = AnswerFault;
export const consentField = '#consent';

export const startState = (run: Run, resume: string, language: string): RunnerState => ({
  run,
  resume,
  language,
  answers: {},
  page: null,
  consent: false,
  faults: [],
  uploads: [],
  stage: run.state.kind === 'closed' ? run.state : { kind: 'asking' },
  problem: null,
  queued: 0,
  spurned: 0,
  countdown: null,
  news: '',
  refusing: false,
});
