import type { FeedbackChannel } from '@zhiheng/contract/feedback/feedback-kinds';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvents } from '../../../platform/record-event.ts';

/** What came by itself is in the log too: rules and notices begin there. */
export const recordReceived = (operation: Operation, ids: readonly string[], channel: FeedbackChannel): Promise<void> =>
  recordEvents(
    operation,
    ids.map((id) => ({ type: 'feedback.received' as const, entity: { kind: 'feedback', id, label: channel }, data: { channel } })),
  );
