import { sql } from 'kysely';
import type * as api from '@zhiheng/contract/agreements/agreements';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { unknownIds } from '../agreements/demand-rows.ts';
import { lockContract, readContract, selectContracts } from './select-contracts.ts';

export async function listContracts(
  call: Call,
  { query }: Parsed<typeof api.listServiceContracts>,
): Promise<Reply<typeof api.listServiceContracts>> {
  return { items: await selectContracts(call, query.customerId === undefined ? sql`true` : sql`k.customer_id = ${query.customerId}`) };
}

type Fields = Pick<api.ServiceContract, 'name' | 'serviceIds' | 'validFrom' | 'validTo' | 'monthlyPrice' | 'note'>;

const newContract = { serviceIds: [], validTo: null, monthlyPrice: null, note: '' };

export async function createContract(call: Call, { body }: Parsed<typeof api.createServiceContract>): Promise<api.ServiceContract> {
  const { number, customerId, name, validFrom, ...given } = body;
  const fields: Fields = { ...newContract, ...givenFields(given), name, validFrom };
  await checkFields(call, fields, null);
  if ((await unknownIds(call, 'customer', [customerId])).size > 0) throw invalidField('customerId', 'unknown_customer');
  const id = newId();
  await call.db
    .insertInto('service_contract')
    .values({ org_id: call.orgId, id, number, customer_id: customerId, ...rowOf(fields) })
    .execute();
  await recordEvent(call, { type: 'service-contract.created', entity: entityOf(id, name), data: { number, customerId } });
  return readContract(call, id);
}

export async function updateContract(call: Call, { params, body }: Parsed<typeof api.updateServiceContract>): Promise<api.ServiceContract> {
  const before = await lockContract(call, params.id);
  const { version, ...given } = body;
  if (version !== before.version) throw changedMeanwhile();
  const fields = givenFields(given);
  const data = changesBetween(before, fields);
  if (Object.keys(data).length === 0) return before;
  const after = { ...before, ...fields };
  await checkFields(call, after, before);
  await call.db
    .updateTable('service_contract')
    .set({ ...rowOf(after), version: version + 1 })
    .where('org_id', '=', call.orgId)
    .where('id', '=', params.id)
    .execute();
  await recordEvent(call, { type: 'service-contract.changed', entity: entityOf(params.id, after.name), data });
  return readContract(call, params.id);
}

export async function deleteContract(call: Call, { params }: Parsed<typeof api.deleteServiceContract>): Promise<{ ok: true }> {
  const contract = await lockContract(call, params.id);
  await call.db
    .updateTable('service_contract')
    .set({ deleted_at: call.now })
    .where('org_id', '=', call.orgId)
    .where('id', '=', params.id)
    .execute();
  await recordEvent(call, {
    type: 'service-contract.deleted',
    entity: entityOf(params.id, contract.name),
    data: { number: contract.number },
  });
  return { ok: true };
}

const entityOf = (id: string, label: string) => ({ kind: 'service-contract', id, label });

const rowOf = (fields: Fields) => ({
  name: fields.name,
  service_ids: [...new Set(fields.serviceIds)],
  valid_from: fields.validFrom,
  valid_to: fields.validTo,
  monthly_price: fields.monthlyPrice,
  note: fields.note,
});

/** A service that the contract already named may have gone since. */
async function checkFields(call: Call, after: Fields, before: Fields | null): Promise<void> {
  if (after.validTo !== null && after.validTo < after.validFrom) throw invalidField('validTo', 'before_start');
  const added = after.serviceIds.filter((id) => before?.serviceIds.includes(id) !== true);
  const unknown = await unknownIds(call, 'service', added);
  const [first] = unknown;
  if (first !== undefined) throw invalidField(`serviceIds.${after.serviceIds.indexOf(first)}`, 'unknown_service');
}
