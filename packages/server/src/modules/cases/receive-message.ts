import type { CaseStatus } from '@zhiheng/contract/cases/case';
import type { Opener } from './case-number.ts';
import { lockCase, type CaseState } from './case-state.ts';
import { saveCase, type WrittenEntry } from './save-case.ts';

/** What comes in from outside, on whatever channel. */
export interface IncomingMessage extends Pick<WrittenEntry, 'body' | 'channel' | 'asksForReply' | 'automatic' | 'messageId' | 'fromCase'> {
  readonly from: 'customer' | 'supplier';
  readonly authorName: string;
  readonly attachmentIds?: readonly string[];
}

/** Adds a message of a customer or supplier to a case, or to the one into which it was merged. A case that waited for it, or that was thought solved, is open again. */
export async function receiveMessage(operation: Opener, caseId: string, message: IncomingMessage): Promise<CaseState> {
  const before = await lockCase(operation, caseId);
  if (before.mergedInto !== null) return receiveMessage(operation, before.mergedInto, { fromCase: caseId, ...message });
  const { attachmentIds = [], ...said } = message;
  return saveCase(operation, before, {
    status: statusAfter(before.status, message),
    entry: { ...said, kind: 'message', mentions: [], attachmentIds },
  });
}

const answered: Readonly<Record<IncomingMessage['from'], readonly CaseStatus[]>> = {
  customer: ['awaiting-customer', 'resolved', 'following-up'],
  supplier: ['awaiting-supplier'],
};

/** What no person wrote, and a mere "thank you", changes nothing; what is closed stays closed. */
function statusAfter(status: CaseStatus, { from, automatic = false, asksForReply = true }: IncomingMessage): CaseStatus {
  if (automatic || (!asksForReply && status !== 'awaiting-customer')) return status;
  return answered[from].includes(status) ? 'open' : status;
}
