import { sql } from 'kysely';
import type { Standard } from '@zhiheng/contract/standards/standards';
import { houseDay } from '../../platform/database/house-day.ts';
import { conflict, invalidField } from '../../platform/errors.ts';
import type { Call, Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { findStandard, lockVersion, touchStandard } from './read-standard.ts';
import { newestOf } from './save-draft.ts';
import { entityOf } from './standard-rows.ts';

interface Input<Body> {
  readonly params: { readonly id: string };
  readonly body: Body & { readonly version: number };
}

/** A standard without a clause promises nothing. */
export async function submitStandard(call: Call, { params, body }: Input<object>): Promise<Standard> {
  const before = await lockVersion(call, params.id, body.version);
  const { number, state, clauses } = newestOf(before);
  if (state !== 'draft') throw conflict(state === 'waiting' ? 'standard_waits' : 'standard_nothing_open');
  if (clauses.length === 0) throw conflict('standard_without_clauses');
  await setOpen(call, before.id, { state: 'waiting', returned: '' });
  await recordEvent(call, { type: 'standard.submitted', entity: entityOf(before), data: { number } });
  return findStandard(call, before.id);
}

export async function returnStandard(call: Call, { params, body }: Input<{ readonly reason: string }>): Promise<Standard> {
  const before = await lockVersion(call, params.id, body.version);
  const { number, state } = newestOf(before);
  if (state !== 'waiting') throw conflict('standard_not_waiting');
  await setOpen(call, before.id, { state: 'draft', returned: body.reason });
  await recordEvent(call, { type: 'standard.returned', entity: entityOf(before), data: { number, reason: body.reason } });
  return findStandard(call, before.id);
}

/** A version takes effect today or later, and not before one that was approved earlier: otherwise that one would follow it. */
export async function approveStandard(call: Call, { params, body }: Input<{ readonly from: string }>): Promise<Standard> {
  const before = await lockVersion(call, params.id, body.version);
  const { number, state } = newestOf(before);
  if (state !== 'waiting') throw conflict('standard_not_waiting');
  if (!before.mayApprove) throw conflict('standard_own_work');
  if (body.from < (await houseDay(call, call.now))) throw invalidField('from', 'in_the_past');
  const earlier = before.versions.find((version) => version.state === 'approved')?.inForceFrom;
  if (typeof earlier === 'string' && body.from < earlier) throw invalidField('from', 'before_earlier_version', { from: earlier });
  await sql`update standard_version set state = 'approved', in_force_from = ${body.from}::date, approved_at = ${call.now},
    approved_by = ${call.actor.accountId}::uuid where org_id = ${call.orgId} and standard_id = ${before.id} and number = ${number}`.execute(
    call.db,
  );
  await touchStandard(call, before.id);
  await recordEvent(call, { type: 'standard.approved', entity: entityOf(before), data: { number, from: body.from } });
  return findStandard(call, before.id);
}

interface Open {
  readonly state: 'draft' | 'waiting';
  readonly returned: string;
}

async function setOpen(operation: Operation, id: string, { state, returned }: Open): Promise<void> {
  await sql`update standard_version set state = ${state}, returned = ${returned}
    where org_id = ${operation.orgId} and standard_id = ${id} and state <> 'approved'`.execute(operation.db);
  await touchStandard(operation, id);
}
