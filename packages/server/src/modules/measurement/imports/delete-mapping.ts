import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

/** Deletes a saved mapping; what was imported with it stays. */
export async function deleteMapping(operation: Operation, { params }: { params: { code: string } }): Promise<{ ok: true }> {
  const deleted = await operation.db
    .deleteFrom('import_mapping')
    .where('org_id', '=', operation.orgId)
    .where('code', '=', params.code)
    .returning(['id', 'name'])
    .executeTakeFirst();
  if (deleted === undefined) throw notFound('mapping');
  await recordEvent(operation, {
    type: 'mapping.deleted',
    entity: { kind: 'mapping', id: deleted.id, label: deleted.name },
    data: { code: params.code },
  });
  return { ok: true };
}
