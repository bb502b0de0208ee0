import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createService as endpoint, Service } from '@zhiheng/contract/catalog/services';
import { givenFields } from '../../platform/changes-between.ts';
import { newId } from '../../platform/identifier.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { checkReferences, writeDependencies } from './check-references.ts';
import { readService } from './select-services.ts';
import { newService, rowOf, type ServiceFields } from './service-row.ts';

export async function createService(call: Call, { body }: Parsed<typeof endpoint>): Promise<Service> {
  const { code, ...given } = body;
  const fields: ServiceFields = { ...newService, name: body.name, type: body.type, ...givenFields(given) };
  fields.dependsOn = [...new Set(fields.dependsOn)];
  const id = newId();
  await checkReferences(call, { id, ...fields }, null);
  await call.db
    .insertInto('service')
    .values({ org_id: call.orgId, id, code, ...rowOf(fields), updated_at: call.now })
    .execute();
  await writeDependencies(call, id, fields.dependsOn);
  await recordEvent(call, {
    type: 'service.created',
    entity: { kind: 'service', id, label: fields.name.zh },
    data: { code, name: fields.name },
  });
  return readService(call, id);
}
