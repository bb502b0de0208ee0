import { sql } from 'kysely';
import type * as api from '@zhiheng/contract/agreements/agreements';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile, conflict } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockSupplier, readSupplier, selectSuppliers } from './select-suppliers.ts';

export async function listSuppliers(call: Call): Promise<Reply<typeof api.listSuppliers>> {
  return { items: await selectSuppliers(call, sql`true`) };
}

export async function createSupplier(call: Call, { body }: Parsed<typeof api.createSupplier>): Promise<api.Supplier> {
  const { name, ...given } = body;
  const id = newId();
  await call.db
    .insertInto('supplier')
    .values({ org_id: call.orgId, id, code: body.code, ...givenFields(given), name: JSON.stringify(name) })
    .execute();
  await recordEvent(call, { type: 'supplier.created', entity: { kind: 'supplier', id, label: name.zh }, data: { code: body.code, name } });
  return readSupplier(call, id);
}

export async function updateSupplier(call: Call, { params, body }: Parsed<typeof api.updateSupplier>): Promise<api.Supplier> {
  const before = await lockSupplier(call, params.id);
  const { version, ...given } = body;
  if (version !== before.version) throw changedMeanwhile();
  const fields = givenFields(given);
  const data = changesBetween(before, fields);
  if (Object.keys(data).length === 0) return before;
  const { name, contact, email, phone, note } = { ...before, ...fields };
  await call.db
    .updateTable('supplier')
    .set({ name: JSON.stringify(name), contact, email, phone, note, version: version + 1 })
    .where('org_id', '=', call.orgId)
    .where('id', '=', params.id)
    .execute();
  await recordEvent(call, { type: 'supplier.changed', entity: { kind: 'supplier', id: params.id, label: name.zh }, data });
  return readSupplier(call, params.id);
}

export async function deleteSupplier(call: Call, { params }: Parsed<typeof api.deleteSupplier>): Promise<{ ok: true }> {
  const supplier = await lockSupplier(call, params.id);
  if (supplier.agreements > 0) throw conflict('supplier_in_use', { agreements: supplier.agreements });
  await call.db
    .updateTable('supplier')
    .set({ deleted_at: call.now })
    .where('org_id', '=', call.orgId)
    .where('id', '=', params.id)
    .execute();
  const entity = { kind: 'supplier', id: params.id, label: supplier.name.zh };
  await recordEvent(call, { type: 'supplier.deleted', entity, data: { code: supplier.code } });
  return { ok: true };
}
