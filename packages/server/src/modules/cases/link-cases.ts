import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import type { linkCases as linking, unlinkCases as unlinking } from '@zhiheng/contract/cases/cases';
import { conflict, invalidField, notFound } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { announceCase } from './announce-case.ts';
import { lockCases, type CaseState } from './case-state.ts';
import { readCase } from './read-case.ts';

/** A link says the same from both sides and exists once. */
export async function linkCases(call: Call, { params, body }: Parsed<typeof linking>): Promise<ServiceCase> {
  if (params.id === body.otherId) throw invalidField('otherId', 'itself');
  const { own, other } = await lockBoth(call, params.id, body.otherId);
  if (other === undefined) throw invalidField('otherId', 'unknown_case');
  const between = await sql`select from case_link where org_id = ${call.orgId}
    and (case_id, other_id) in ((${own.id}, ${other.id}), (${other.id}, ${own.id}))`.execute(call.db);
  if (between.rows.length > 0) throw conflict('case_link_taken');
  await call.db.insertInto('case_link').values({ org_id: call.orgId, case_id: own.id, other_id: other.id, kind: body.kind }).execute();
  await recordEvent(call, { type: 'case.linked', entity: entityOf(own), data: { kind: body.kind, other: other.id, number: other.number } });
  announceBoth(call, own, other);
  return readCase(call, sql`c.id = ${own.id}`);
}

export async function unlinkCases(call: Call, { params }: Parsed<typeof unlinking>): Promise<{ ok: true }> {
  const { own, other } = await lockBoth(call, params.id, params.otherId);
  if (other === undefined) throw notFound('case_link');
  const gone = await sql`delete from case_link where org_id = ${call.orgId}
    and (case_id, other_id) in ((${own.id}, ${other.id}), (${other.id}, ${own.id}))`.execute(call.db);
  if (gone.numAffectedRows === 0n) throw notFound('case_link');
  await recordEvent(call, { type: 'case.unlinked', entity: entityOf(own), data: { other: other.id, number: other.number } });
  announceBoth(call, own, other);
  return { ok: true };
}

const entityOf = ({ id, number }: CaseState) => ({ kind: 'case', id, label: number });

async function lockBoth(call: Call, id: string, otherId: string): Promise<{ own: CaseState; other: CaseState | undefined }> {
  const states = await lockCases(call, sql`c.id in (${id}, ${otherId})`);
  const own = states.find((state) => state.id === id);
  if (own === undefined) throw notFound('case');
  return { own, other: states.find((state) => state.id === otherId && state.id !== id) };
}

function announceBoth(call: Call, one: CaseState, other: CaseState): void {
  announceCase(call, one.id);
  announceCase(call, other.id);
}
