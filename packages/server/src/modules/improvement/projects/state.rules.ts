import type { ProjectObstacle } from '@zhiheng/contract/improvement/projects';
import type { ProjectOutcome, ProjectState } from '@zhiheng/contract/improvement/project-kind';
import type { ProjectRecord } from './read-project.ts';
import type { RegisteredPlan, Verdict } from './verdict-source.ts';

type Judged = Pick<ProjectRecord, 'state' | 'goal' | 'ownerId' | 'actions' | 'done' | 'verificationId' | 'unverifiedReason'>;
interface Known {
  readonly plan: RegisteredPlan | null;
  readonly verdict: Verdict | null;
  /** why nobody is to verify it, as it is said now */
  readonly unverifiedReason: string;
}

/** One that nobody verifies has nothing to wait for when its work is done. */
export function nextState({ state, unverifiedReason }: Pick<Judged, 'state' | 'unverifiedReason'>): ProjectState | null {
  if (state === 'draft') return 'running';
  if (state === 'running') return unverifiedReason === '' ? 'verifying' : 'closed';
  return state === 'verifying' ? 'closed' : null;
}

/** Where a project can go besides on, each time with a reason. */
export const otherWays: Readonly<Record<ProjectState, readonly ProjectState[]>> = {
  draft: ['stopped'],
  running: ['stopped'],
  verifying: ['running', 'stopped'],
  closed: [],
  stopped: ['draft'],
};

const missing = (isMissing: boolean, code: string, params: ProjectObstacle['params'] = {}): ProjectObstacle[] =>
  isMissing ? [{ code, params }] : [];

/** What is missing before the next state can begin. */
export function obstaclesTo(project: Omit<Judged, 'verificationId'> & Partial<Judged>, known: Known): ProjectObstacle[] {
  const { state, goal, ownerId, actions, done } = project;
  if (state === 'draft')
    return [
      ...missing(goal === '', 'goal_missing'),
      ...missing(ownerId === null, 'owner_missing'),
      ...missing(actions === 0, 'actions_missing'),
      ...missing(known.plan === null && known.unverifiedReason === '', 'plan_missing'),
    ];
  if (state === 'running') return missing(done < actions, 'actions_open', { count: actions - done });
  if (state === 'verifying') return missing(known.plan !== null && known.verdict === null, 'verdict_missing');
  return [];
}

/** What the verdict makes of a project. A plan that is not the one with which the work began proves nothing. */
export function outcomeOf(
  { verificationId }: Pick<Judged, 'verificationId'>,
  { plan, verdict }: Omit<Known, 'unverifiedReason'>,
): ProjectOutcome {
  if (verificationId === null || plan?.id !== verificationId) return 'not-verified';
  return verdict !== null && verdict.verificationId === verificationId ? verdict.verdict : 'not-verified';
}
