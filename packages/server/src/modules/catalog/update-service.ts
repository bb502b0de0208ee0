import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Service, updateService as endpoint } from '@zhiheng/contract/catalog/services';
import { changesBetween, givenFields } from '../../platform/changes-between.ts';
import { changedMeanwhile, notFound } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { checkReferences, writeDependencies } from './check-references.ts';
import { readService } from './select-services.ts';
import { rowOf } from './service-row.ts';

export async function updateService(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Service> {
  const before = await lockService(call, params.id);
  const { version, ...given } = body;
  if (version !== before.version) throw changedMeanwhile();
  const fields = givenFields(given);
  if (fields.dependsOn !== undefined) fields.dependsOn = [...new Set(fields.dependsOn)];
  const after = { ...before, ...fields };
  const data = changesBetween(ordered(before), ordered(fields));
  if (Object.keys(data).length === 0) return before;
  await checkReferences(call, after, before);
  const set = { ...rowOf(after), version: version + 1, updated_at: call.now };
  await call.db.updateTable('service').set(set).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  if (fields.dependsOn !== undefined) await writeDependencies(call, params.id, fields.dependsOn);
  await recordEvent(call, { type: 'service.changed', entity: { kind: 'service', id: params.id, label: after.name.zh }, data });
  return readService(call, params.id);
}

/** The order of dependencies says nothing. */
const ordered = <T extends { dependsOn?: string[] }>(fields: T): T =>
  fields.dependsOn === undefined ? fields : { ...fields, dependsOn: fields.dependsOn.toSorted() };

/** Holds a service that is not in the trash until the transaction ends. */
export async function lockService(call: Call, id: string): Promise<Service> {
  const row = await call.db
    .selectFrom('service')
    .select('id')
    .where('org_id', '=', call.orgId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('service');
  return readService(call, id);
}
