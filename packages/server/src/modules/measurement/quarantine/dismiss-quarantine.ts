import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { openQuarantine, type QuarantineChoice } from './select-quarantine.ts';

/** Marks rows as dismissed; they stay on record. */
export async function dismissQuarantine(operation: Operation, { body }: { body: QuarantineChoice }): Promise<{ dismissed: number }> {
  const { db, orgId } = operation;
  const result = await db
    .updateTable('quarantine')
    .set({ state: 'dismissed' })
    .where('org_id', '=', orgId)
    .where('id', 'in', openQuarantine(operation, body).select('id'))
    .executeTakeFirst();
  const dismissed = Number(result.numUpdatedRows);
  await recordEvent(operation, {
    type: 'quarantine.dismissed',
    entity: { kind: 'quarantine', id: body.importId ?? 'all' },
    data: { ...body, rows: dismissed },
  });
  return { dismissed };
}
