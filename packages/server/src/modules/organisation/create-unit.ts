import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createUnit as endpoint, Unit } from '@zhiheng/contract/organisation/organisation';
import { placeInTree } from '../../platform/database/place-in-tree.ts';
import { newId } from '../../platform/identifier.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { unitTables } from './select-units.ts';

export async function createUnit(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Unit> {
  const table = unitTables[params.kind];
  const { code, name, parentId } = body;
  await placeInTree(call, table, { parentId });
  const id = newId();
  const row = { org_id: call.orgId, id, code, name: JSON.stringify(name), parent_id: parentId };
  await call.db.insertInto(table).values(row).execute();
  await recordEvent(call, { type: 'unit.created', entity: { kind: table, id, label: name.zh }, data: { code, name, parentId } });
  return { id, code, name, parentId, subjects: 0 };
}
