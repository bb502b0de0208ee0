import type { CaseStatus, CaseType } from '@zhiheng/contract/cases/case';

const over: ReadonlySet<CaseStatus> = new Set(['closed', 'cancelled', 'merged']);
export const isOpenStatus = (status: CaseStatus): boolean => !over.has(status);

/** The types of case whose end the customer must confirm. */
const looped: ReadonlySet<CaseType> = new Set(['complaint', 'adverse-event']);
export const isLooped = (type: CaseType): boolean => looped.has(type);

const working: readonly CaseStatus[] = ['open', 'awaiting-customer', 'awaiting-supplier', 'on-hold'];

/** Where a case may go from where it stands. Merging has an operation of its own; a looped case has rules of its own besides. */
const plain: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  new: [...working, 'resolved', 'cancelled'],
  open: ['awaiting-customer', 'awaiting-supplier', 'on-hold', 'resolved', 'cancelled'],
  'awaiting-customer': ['open', 'awaiting-supplier', 'on-hold', 'resolved', 'cancelled'],
  'awaiting-supplier': ['open', 'awaiting-customer', 'on-hold', 'resolved', 'cancelled'],
  'on-hold': ['open', 'awaiting-customer', 'awaiting-supplier', 'resolved', 'cancelled'],
  resolved: ['open', 'closed'],
  'following-up': ['open', 'closed'],
  closed: ['open'],
  cancelled: ['open'],
  merged: [],
};

export interface LoopFacts {
  readonly type: CaseType;
  readonly status: CaseStatus;
  readonly cause: string | null;
  readonly remedy: string;
  readonly firstRepliedAt: Date | null;
  /** the last contact of the follow-up that reached somebody, null before */
  readonly confirmed: 'solved' | 'not-solved' | null;
}

/** Whether a case may go to a status now, or why not. */
export type Verdict =
  | { readonly kind: 'allowed' }
  | {
      readonly kind: 'refused';
      readonly code:
        'status_not_reachable' | 'cause_missing' | 'remedy_missing' | 'reply_missing' | 'confirmation_missing' | 'follow_up_missing';
    };

const allowed: Verdict = { kind: 'allowed' };
const unreachable: Verdict = { kind: 'refused', code: 'status_not_reachable' };
const judged = (may: boolean): Verdict => (may ? allowed : unreachable);

export function judgeStatus(facts: LoopFacts, to: CaseStatus): Verdict {
  const { type, status } = facts;
  if (!isLooped(type)) return judged(plain[status].includes(to));
  if (to === 'cancelled') return judged(status === 'new');
  if (to === 'following-up') return judged(status === 'resolved');
  if (to === 'closed' && status === 'resolved') return { kind: 'refused', code: 'follow_up_missing' };
  if (!plain[status].includes(to)) return unreachable;
  return judgeLoop(facts, to);
}

/** A looped case is not closed around its loop: answered, its cause and remedy named before the result, and the solution confirmed before the end. */
function judgeLoop(facts: LoopFacts, to: CaseStatus): Verdict {
  if (to === 'closed') return facts.confirmed === 'solved' ? allowed : { kind: 'refused', code: 'confirmation_missing' };
  if (to !== 'resolved') return allowed;
  if (facts.firstRepliedAt === null) return { kind: 'refused', code: 'reply_missing' };
  if (facts.cause === null) return { kind: 'refused', code: 'cause_missing' };
  return facts.remedy === '' ? { kind: 'refused', code: 'remedy_missing' } : allowed;
}

/** Where the case may go now. */
export const transitionsOf = (facts: LoopFacts): CaseStatus[] =>
  (Object.keys(plain) as CaseStatus[]).filter((to) => to !== facts.status && judgeStatus(facts, to).kind === 'allowed');
