import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Standard, createStandard as endpoint } from '@zhiheng/contract/standards/standards';
import { newId } from '../../platform/identifier.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { checkIndicators, checkServices } from './check-clauses.ts';
import { findStandard } from './read-standard.ts';
import { entityOf } from './standard-rows.ts';
import { writeDraft } from './write-draft.ts';

export async function createStandard(call: Call, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<Standard> {
  const { code, name, purpose = { zh: '', en: '' }, serviceIds = [], clauses } = body;
  await checkServices(call, serviceIds, []);
  await checkIndicators(call, clauses, []);
  const id = newId();
  const { db, orgId, now, actor } = call;
  await sql`
    insert into standard (org_id, id, code, name, purpose, service_ids, created_at, updated_at, updated_by)
    values (${orgId}, ${id}, ${code}, ${JSON.stringify(name)}::jsonb, ${JSON.stringify(purpose)}::jsonb, ${serviceIds}::uuid[], ${now}, ${now},
      ${actor.accountId}::uuid)`.execute(db);
  await writeDraft(call, id, { number: 1, clauses, reason: '' });
  await recordEvent(call, { type: 'standard.created', entity: entityOf({ id, name }), data: { code, clauses: clauses.length } });
  return findStandard(call, id);
}
