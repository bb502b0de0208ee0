import type { EventType } from '@zhiheng/contract/events';
import { newId } from './identifier.ts';
import type { Operation } from './operation.ts';

export interface EventDraft {
  readonly type: EventType;
  readonly entity: { readonly kind: string; readonly id: string; readonly label?: string };
  readonly data?: Record<string, unknown>;
}

type EventContext = Pick<Operation, 'db' | 'orgId' | 'actor' | 'now'>;

/** Writes the domain log in the transaction of the change itself. */
export const recordEvent = (operation: EventContext, draft: EventDraft): Promise<void> => recordEvents(operation, [draft]);

/** The same for a change of many things at once. */
export async function recordEvents(operation: EventContext, drafts: readonly EventDraft[]): Promise<void> {
  if (drafts.length > 0) await insertEvents(operation, drafts).execute();
}

/** The statement alone, for one that is made of several. */
export function insertEvents({ db, orgId, actor, now }: EventContext, drafts: readonly EventDraft[]) {
  const rows = drafts.map((draft) => ({
    org_id: orgId,
    id: newId(),
    at: now,
    actor_id: actor.id,
    actor_kind: actor.kind,
    type: draft.type,
    entity_kind: draft.entity.kind,
    entity_id: draft.entity.id,
    label: draft.entity.label ?? null,
    data: JSON.stringify(draft.data ?? {}),
  }));
  return db.insertInto('event').values(rows);
}
