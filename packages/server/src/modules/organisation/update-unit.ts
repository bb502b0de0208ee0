import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Unit, updateUnit as endpoint } from '@zhiheng/contract/organisation/organisation';
import { changesBetween } from '../../platform/changes-between.ts';
import { placeInTree } from '../../platform/database/place-in-tree.ts';
import { notFound } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { readUnit, unitTables, type UnitTable } from './select-units.ts';

export async function updateUnit(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Unit> {
  const table = unitTables[params.kind];
  const before = await lockUnit(call, table, params.id);
  const { name = before.name, parentId = before.parentId } = body;
  const data = changesBetween(before, { name, parentId });
  if (Object.keys(data).length === 0) return before;
  if (parentId !== before.parentId) await placeInTree(call, table, { id: params.id, parentId });
  const set = { name: JSON.stringify(name), parent_id: parentId };
  await call.db.updateTable(table).set(set).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  await recordEvent(call, { type: 'unit.changed', entity: { kind: table, id: params.id, label: name.zh }, data });
  return { ...before, name, parentId };
}

/** Holds a unit that is not in the trash until the transaction ends. */
export async function lockUnit(call: Call, table: UnitTable, id: string): Promise<Unit> {
  const row = await call.db
    .selectFrom(table)
    .select('id')
    .where('org_id', '=', call.orgId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound(table);
  return readUnit(call, table, id);
}
