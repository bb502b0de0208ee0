import { sql } from 'kysely';
import type {
  createFailure as createEndpoint,
  ServiceFailure,
  updateFailure as updateEndpoint,
} from '@zhiheng/contract/causes/service-failures';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { putAway, takeOut } from '../../../platform/database/trash.ts';
import { changedMeanwhile, invalid } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { failureEntity, findFailure } from './read-failure.ts';

type Fields = Pick<ServiceFailure, 'failed' | 'effect' | 'serviceId' | 'beganAt' | 'restoredAt' | 'detectedBy' | 'findingId' | 'cause'>;
type Create = Pick<Parsed<typeof createEndpoint>, 'body'>;
type Update = Pick<Parsed<typeof updateEndpoint>, 'params' | 'body'>;

const blank = { effect: '', serviceId: null, restoredAt: null, findingId: null, cause: null };

export async function createFailure(call: Call, { body }: Create): Promise<ServiceFailure> {
  const { failed, beganAt, detectedBy, ...given } = body;
  const fields: Fields = { ...blank, ...givenFields(given), failed, beganAt, detectedBy };
  await checkFailure(call, fields);
  const id = newId();
  const { db, orgId, now, actor } = call;
  await sql`
    insert into service_failure (org_id, id, failed, effect, service_id, began_at, restored_at, detected_by, finding_id, cause_analysis_id,
      cause_node_id, updated_at, updated_by)
    values (${orgId}, ${id}, ${failed}, ${fields.effect}, ${fields.serviceId}::uuid, ${beganAt}::timestamptz, ${fields.restoredAt}::timestamptz,
      ${detectedBy}, ${fields.findingId}::uuid, ${fields.cause?.analysisId ?? null}::uuid, ${fields.cause?.nodeId ?? null}, ${now},
      ${actor.accountId}::uuid)`.execute(db);
  await recordEvent(call, { type: 'service-failure.created', entity: failureEntity({ id, failed }), data: { beganAt, detectedBy } });
  return findFailure(call, id);
}

export async function updateFailure(call: Call, { params, body: { version, ...given } }: Update): Promise<ServiceFailure> {
  const before = await lockFailure(call, params.id);
  if (before.version !== version) throw changedMeanwhile();
  const fields = givenFields(given);
  const changes = changesBetween<Fields>(before, fields);
  if (Object.keys(changes).length === 0) return before;
  const after = { ...before, ...fields };
  await checkFailure(call, after);
  await sql`
    update service_failure set failed = ${after.failed}, effect = ${after.effect}, service_id = ${after.serviceId}::uuid,
      began_at = ${after.beganAt}::timestamptz, restored_at = ${after.restoredAt}::timestamptz, detected_by = ${after.detectedBy},
      finding_id = ${after.findingId}::uuid, cause_analysis_id = ${after.cause?.analysisId ?? null}::uuid,
      cause_node_id = ${after.cause?.nodeId ?? null}, version = version + 1, updated_at = ${call.now}, updated_by = ${call.actor.accountId}::uuid
    where org_id = ${call.orgId} and id = ${before.id}`.execute(call.db);
  await recordEvent(call, { type: 'service-failure.changed', entity: failureEntity(after), data: changes });
  return findFailure(call, before.id);
}

export async function deleteFailure(call: Call, { params }: Pick<Update, 'params'>): Promise<{ ok: true }> {
  const failure = await lockFailure(call, params.id);
  await putAway(call, 'service_failure', params.id);
  await recordEvent(call, { type: 'service-failure.deleted', entity: failureEntity(failure) });
  return { ok: true };
}

export async function restoreFailure(operation: Operation, id: string): Promise<void> {
  const restored = await takeOut<Pick<ServiceFailure, 'id' | 'failed'>>(operation, 'service_failure', id);
  await recordEvent(operation, { type: 'service-failure.restored', entity: failureEntity(restored) });
}

async function lockFailure(call: Call, id: string): Promise<ServiceFailure> {
  await sql`select from service_failure where org_id = ${call.orgId} and id = ${id} for no key update`.execute(call.db);
  return findFailure(call, id);
}

/** What a failure names must be there, and it ends no sooner than it began. */
async function checkFailure(operation: Operation, fields: Fields): Promise<void> {
  const faults = [...endFaults(fields), ...namedFaults(fields, await known(operation, fields))];
  if (faults.length > 0) throw invalid(faults);
}

interface Fault {
  readonly path: string;
  readonly code: string;
}

function endFaults({ beganAt, restoredAt }: Fields): Fault[] {
  const endsTooSoon = restoredAt !== null && Date.parse(restoredAt) < Date.parse(beganAt);
  return endsTooSoon ? [{ path: 'restoredAt', code: 'ends_before_start' }] : [];
}

interface Known {
  readonly service: boolean;
  readonly finding: boolean;
  readonly cause: boolean;
}

async function known({ db, orgId }: Operation, { serviceId, findingId, cause }: Fields): Promise<Known | undefined> {
  const { rows } = await sql<Known>`select
    exists (select from service where org_id = ${orgId} and id = ${serviceId}::uuid and deleted_at is null) as service,
    exists (select from finding where org_id = ${orgId} and id = ${findingId}::uuid) as finding,
    exists (select from cause_analysis, jsonb_array_elements(tree) n where org_id = ${orgId} and id = ${cause?.analysisId ?? null}::uuid
      and deleted_at is null and n ->> 'id' = ${cause?.nodeId ?? null} and n ->> 'parentId' is not null) as cause`.execute(db);
  return rows[0];
}

function namedFaults({ serviceId, findingId, cause }: Fields, has: Known | undefined): Fault[] {
  return [
    ...(serviceId === null || has?.service === true ? [] : [{ path: 'serviceId', code: 'unknown_service' }]),
    ...(findingId === null || has?.finding === true ? [] : [{ path: 'findingId', code: 'unknown_finding' }]),
    ...(cause === null || has?.cause === true ? [] : [{ path: 'cause', code: 'unknown_cause' }]),
  ];
}
