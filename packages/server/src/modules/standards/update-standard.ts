import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Standard, updateStandard as endpoint } from '@zhiheng/contract/standards/standards';
import { changesBetween, givenFields } from '../../platform/changes-between.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { checkServices } from './check-clauses.ts';
import { findStandard, lockVersion, touchStandard } from './read-standard.ts';
import { entityOf } from './standard-rows.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'body'>;

export async function updateStandard(call: Call, { params, body: { version, ...given } }: Input): Promise<Standard> {
  const before = await lockVersion(call, params.id, version);
  const fields = givenFields(given);
  const changes = changesBetween(before, fields);
  if (Object.keys(changes).length === 0) return before;
  const { name, purpose, serviceIds } = { ...before, ...fields };
  await checkServices(call, serviceIds, before.serviceIds);
  await sql`update standard set name = ${JSON.stringify(name)}::jsonb, purpose = ${JSON.stringify(purpose)}::jsonb,
    service_ids = ${serviceIds}::uuid[] where org_id = ${call.orgId} and id = ${before.id}`.execute(call.db);
  await touchStandard(call, before.id);
  await recordEvent(call, { type: 'standard.changed', entity: entityOf({ id: before.id, name }), data: changes });
  return findStandard(call, before.id);
}
