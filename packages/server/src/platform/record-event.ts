import type { EventType } from '@zhiheng/contract/events';
import { newId } from './identifier.ts';
import type { Operation } from './operation.ts';

interface EventDraft {
  readonly type: EventType;
  readonly entity: { readonly kind: string; readonly id: string; readonly label?: string };
  readonly data?: Record<string, unknown>;
}

/** Writes the domain log in the transaction of the change itself. */
export async function recordEvent(operation: Pick<Operation, 'db' | 'orgId' | 'actor' | 'now'>, draft: EventDraft): Promise<void> {
  await operation.db
    .insertInto('event')
    .values({
      org_id: operation.orgId,
      id: newId(),
      at: operation.now,
      actor_id: operation.actor.id,
      actor_kind: operation.actor.kind,
      type: draft.type,
      entity_kind: draft.entity.kind,
      entity_id: draft.entity.id,
      label: draft.entity.label ?? null,
      data: JSON.stringify(draft.data ?? {}),
    })
    .execute();
}
