import { usualTarget, type StatusMeaning } from '@zhiheng/sla-clock/policy';
import type { z } from 'zod';
import type { CaseStatus } from '../cases/case.ts';
import { target, type goal, type targetKind } from './policy.ts';

/** What the statuses of a case mean to a clock. */
export const statusMeaning = {
  awaitingCustomer: ['awaiting-customer'],
  awaitingSupplier: ['awaiting-supplier'],
  solved: ['resolved', 'following-up'],
  closed: ['closed', 'merged'],
  cancelled: ['cancelled'],
} as const satisfies StatusMeaning & Record<keyof StatusMeaning, readonly CaseStatus[]>;

/** A promise with the conditions that its name usually has, on the statuses of a case. */
export function usualTargetOf(kind: z.infer<typeof targetKind>, promised: z.infer<typeof goal>): z.infer<typeof target> {
  const usual = usualTarget(kind, { kind: 'working-time', seconds: 1 }, { statuses: statusMeaning });
  return target.parse({ ...usual, goal: promised });
}
