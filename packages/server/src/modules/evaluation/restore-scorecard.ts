import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { scorecardOf, scorecardColumns } from './scorecard-row.ts';

/** Takes a scorecard out of the trash. */
export async function restoreScorecard(operation: Operation, id: string): Promise<void> {
  const row = await operation.db
    .updateTable('scorecard')
    .set({ deleted_at: null })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .returning(scorecardColumns)
    .executeTakeFirst();
  if (row === undefined) throw notFound('scorecard');
  await recordEvent(operation, { type: 'scorecard.restored', entity: { kind: 'scorecard', id: row.id, label: scorecardOf(row).name.zh } });
}
