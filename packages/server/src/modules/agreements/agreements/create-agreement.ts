import type { Agreement, createAgreement as endpoint } from '@zhiheng/contract/agreements/agreements';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { unknownIds } from './demand-rows.ts';
import { readAgreement } from './select-agreements.ts';

/** Begins as a draft: nothing counts by it before it is published. */
export async function createAgreement(call: Call, { body }: Parsed<typeof endpoint>): Promise<Agreement> {
  await checkParty(call, body);
  const { code, name, kind, teamId, supplierId, draft } = body;
  const id = newId();
  await call.db
    .insertInto('agreement')
    .values({
      ...{ org_id: call.orgId, id, code, kind, team_id: teamId, supplier_id: supplierId, updated_at: call.now },
      ...{ name: JSON.stringify(name), draft: JSON.stringify(draft) },
    })
    .execute();
  await recordEvent(call, { type: 'agreement.created', entity: { kind: 'agreement', id, label: name.zh }, data: { code, kind } });
  return readAgreement(call, id);
}

type Party = Pick<Agreement, 'kind' | 'teamId' | 'supplierId'>;

/** An operational level agreement binds a team, a supplier contract a supplier, and neither binds both. */
const bound = {
  teamId: { kind: 'ola', table: 'team', unknown: 'unknown_team' },
  supplierId: { kind: 'supplier-contract', table: 'supplier', unknown: 'unknown_supplier' },
} as const;

async function checkParty(call: Call, party: Party): Promise<void> {
  for (const field of ['teamId', 'supplierId'] as const) {
    const { kind, table, unknown } = bound[field];
    const id = party[field];
    if (party.kind !== kind && id !== null) throw invalidField(field, 'not_of_this_kind');
    if (party.kind === kind && id === null) throw invalidField(field, 'required');
    if (id !== null && (await unknownIds(call, table, [id])).size > 0) throw invalidField(field, unknown);
  }
}
