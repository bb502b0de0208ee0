import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteUnit as endpoint } from '@zhiheng/contract/organisation/organisation';
import { liftChildren } from '../../platform/database/place-in-tree.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { unitTables } from './select-units.ts';
import { lockUnit } from './update-unit.ts';

export async function deleteUnit(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const table = unitTables[params.kind];
  const unit = await lockUnit(call, table, params.id);
  await liftChildren(call, table, params.id);
  await call.db.updateTable(table).set({ deleted_at: call.now }).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  await recordEvent(call, { type: 'unit.deleted', entity: { kind: table, id: params.id, label: unit.name.zh }, data: { code: unit.code } });
  return { ok: true };
}
