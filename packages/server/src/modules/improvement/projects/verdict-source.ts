import type { ProjectOutcome } from '@zhiheng/contract/improvement/project-kind';
import type { Operation } from '../../../platform/operation.ts';

export interface RegisteredPlan {
  readonly id: string;
  readonly registeredAt: Date;
}

export interface Verdict {
  readonly verdict: Exclude<ProjectOutcome, 'not-verified'>;
  readonly at: Date;
  readonly interval: readonly [number, number] | null;
  readonly verificationId: string;
}

/** Whether a project did what it should: known to the module that stands above, which alone can say so. */
export interface VerdictSource {
  /** The plan that was fixed before the work began; null when none is registered. */
  planOf(operation: Operation, projectId: string): Promise<RegisteredPlan | null>;
  verdictOf(operation: Operation, projectId: string): Promise<Verdict | null>;
  /** The work begins: from now on there is no baseline any more. */
  begin(operation: Operation, projectId: string): Promise<void>;
}
