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

/** Why a case may not go to a status now; null when it may. */
export type Refusal =
  'status_not_reachable' | 'cause_missing' | 'remedy_missing' | 'reply_missing' | 'confirmation_missing' | 'follow_up_missing';

export function refusalOf(facts: LoopFacts, to: CaseStatus): Refusal | null {
  if (!isLooped(facts.type)) return plain[facts.status].includes(to) ? null : 'status_not_reachable';
  if (to === 'cancelled') return facts.status === 'new' ? null : 'status_not_reachable';
  if (to === 'following-up') return facts.status === 'resolved' ? null : 'status_not_reachable';
  if (to === 'closed' && facts.status === 'resolved') return 'follow_up_missing';
  if (!plain[facts.status].includes(to)) return 'status_not_reachable';
  return loopRefusal(facts, to);
}

/** A looped case is not closed around its loop: answered, its cause and remedy named before the result, and the solution confirmed before the end. */
function loopRefusal(facts: LoopFacts, to: CaseStatus): Refusal | null {
  if (to === 'resolved') {
    if (facts.firstRepliedAt === null) return 'reply_missing';
    if (facts.cause === null) return 'cause_missing';
    return facts.remedy === '' ? 'remedy_missing' : null;
  }
  if (to === 'closed') return facts.confirmed === 'solved' ? null : 'confirmation_missing';
  return null;
}

/** Where the case may go now. */
export const transitionsOf = (facts: LoopFacts): CaseStatus[] =>
  (Object.keys(plain) as CaseStatus[]).filter((to) => to !== facts.status && refusalOf(facts, to) === null);
