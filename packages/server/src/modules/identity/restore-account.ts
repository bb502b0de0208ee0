import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { refuseGrantBeyond } from './grant.rules.ts';
import { permissionsOf } from './select-accounts.ts';

/** Brings a person back from the trash with the roles they had: that grants them again. */
export async function restoreAccount(operation: Operation, id: string): Promise<void> {
  refuseGrantBeyond(operation.actor, await permissionsOf(operation, id));
  const restored = await operation.db
    .updateTable('account')
    .set({ deleted_at: null })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .returning('email')
    .executeTakeFirst();
  if (restored === undefined) throw notFound('account');
  await recordEvent(operation, { type: 'account.restored', entity: { kind: 'account', id, label: restored.email } });
}
