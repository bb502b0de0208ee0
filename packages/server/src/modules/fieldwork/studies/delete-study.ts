import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteFieldStudy as endpoint, FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { notFound } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockStudy } from './read-study.ts';
import { entityOf } from './study-rows.ts';

export async function deleteStudy(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<{ ok: true }> {
  const study = await lockStudy(call, params.id);
  await call.db
    .updateTable('field_study')
    .set({ deleted_at: call.now })
    .where('org_id', '=', call.orgId)
    .where('id', '=', params.id)
    .execute();
  await recordEvent(call, { type: 'fieldwork.study-deleted', entity: entityOf(study) });
  return { ok: true };
}

/** Brings a study back from the trash with everything that belongs to it. */
export async function restoreStudy(operation: Operation, id: string): Promise<void> {
  const row = await operation.db
    .updateTable('field_study')
    .set({ deleted_at: null })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .returning('name')
    .executeTakeFirst();
  if (row === undefined) throw notFound('field_study');
  await recordEvent(operation, { type: 'fieldwork.study-restored', entity: entityOf({ id, name: row.name as FieldStudy['name'] }) });
}
