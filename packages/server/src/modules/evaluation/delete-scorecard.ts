import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { scorecardOf, scorecardColumns } from './scorecard-row.ts';

/** Moves a scorecard to the trash. */
export async function deleteScorecard(
  operation: Operation,
  { params }: { readonly params: { readonly id: string } },
): Promise<{ ok: true }> {
  const { db, orgId, now } = operation;
  const row = await db
    .updateTable('scorecard')
    .set({ deleted_at: now })
    .where('org_id', '=', orgId)
    .where('id', '=', params.id)
    .where('deleted_at', 'is', null)
    .returning(scorecardColumns)
    .executeTakeFirst();
  if (row === undefined) throw notFound('scorecard');
  await recordEvent(operation, { type: 'scorecard.deleted', entity: { kind: 'scorecard', id: row.id, label: scorecardOf(row).name.zh } });
  return { ok: true };
}
