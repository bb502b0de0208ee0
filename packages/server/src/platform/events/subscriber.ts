import type { EventType } from '@zhiheng/contract/events';
import type { Operation } from '../operation.ts';

/** What happened, as the log has it. */
export interface DomainEvent {
  readonly id: string;
  readonly at: Date;
  readonly type: EventType;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly entityKind: string;
  readonly entityId: string;
  readonly label: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Somebody who hears of events after they are committed, in the order in which they were decided. `handle` runs in one transaction with the
 * cursor, so what it writes is there once; it does nothing outside the database. Events that it throws at are set aside and tried again.
 */
export interface Subscriber {
  /** the key of its cursor: never renamed */
  readonly name: string;
  readonly types: readonly EventType[];
  handle(operation: Operation, events: readonly DomainEvent[]): Promise<void>;
}
