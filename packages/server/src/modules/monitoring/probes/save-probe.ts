import type { Parsed } from '@zhiheng/contract/endpoint';
import type * as api from '@zhiheng/contract/monitoring/probes';
import { sql } from 'kysely';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile, conflict, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { ensureProbeIndicators } from './probe-indicators.ts';
import { lockProbe, readProbe, selectProbes } from './probe-rows.ts';

export async function listProbes(operation: Operation, { query }: Parsed<typeof api.listProbes>): Promise<{ items: api.Probe[] }> {
  return { items: await selectProbes(operation, sql`true`, query.days) };
}

type Fields = Pick<api.Probe, 'name' | 'serviceId' | 'intervalSeconds' | 'timeoutMs' | 'enabled' | 'target'>;

export async function createProbe(operation: Operation, { body }: Parsed<typeof api.createProbe>): Promise<api.Probe> {
  const { db, orgId, now } = operation;
  const { code, ...given } = body;
  const fields: Fields = { timeoutMs: 10_000, enabled: true, ...givenFields(given), ...required(given) };
  await demandService(operation, fields.serviceId);
  await ensureProbeIndicators(operation);
  const id = newId();
  await db
    .insertInto('probe')
    .values({ org_id: orgId, id, code, ...columnsOf(fields), next_at: now, updated_at: now })
    .execute();
  await recordEvent(operation, { type: 'probe.created', entity: entityOf(id, fields), data: loggedOf(fields) });
  return readProbe(operation, id);
}

const required = ({ name, serviceId, intervalSeconds, target }: Omit<Parsed<typeof api.createProbe>['body'], 'code'>) => ({
  ...{ name, serviceId, intervalSeconds, target },
});

export async function updateProbe(operation: Operation, { params, body }: Parsed<typeof api.updateProbe>): Promise<api.Probe> {
  const { db, orgId, now } = operation;
  const before = await lockProbe(operation, params.id);
  const { version, ...given } = body;
  if (version !== before.version) throw changedMeanwhile();
  const old: Fields = fieldsOf(before);
  const fields: Fields = { ...old, ...givenFields(given) };
  const changes = changesBetween(old, fields);
  if (Object.keys(changes).length === 0) return before;
  if (fields.serviceId !== old.serviceId) await demandService(operation, fields.serviceId);
  await db
    .updateTable('probe')
    .set({
      ...{ ...columnsOf(fields), version: before.version + 1, updated_at: now, next_at: fields.enabled ? now : null },
      ...(fields.enabled ? {} : { state: 'unknown', state_since: now }),
    })
    .where('org_id', '=', orgId)
    .where('id', '=', params.id)
    .execute();
  await recordEvent(operation, { type: 'probe.changed', entity: entityOf(params.id, fields), data: changes });
  return readProbe(operation, params.id);
}

const fieldsOf = ({ name, serviceId, intervalSeconds, timeoutMs, enabled, target }: api.Probe): Fields => ({
  ...{ name, serviceId, intervalSeconds, timeoutMs, enabled, target },
});

export async function deleteProbe(operation: Operation, { params }: Parsed<typeof api.deleteProbe>): Promise<{ ok: true }> {
  const { db, orgId } = operation;
  const probe = await lockProbe(operation, params.id);
  const { rows } = await sql`
    select from objective o left join objective_version v on v.org_id = o.org_id and v.objective_id = o.id and v.version = o.version
    where o.org_id = ${orgId} and o.retired_at is null
      and ${params.id} in (v.definition -> 'source' ->> 'probeId', o.draft -> 'source' ->> 'probeId') limit 1`.execute(db);
  if (rows.length > 0) throw conflict('probe_in_use');
  await db.deleteFrom('probe').where('org_id', '=', orgId).where('id', '=', params.id).execute();
  await recordEvent(operation, { type: 'probe.deleted', entity: entityOf(params.id, probe), data: loggedOf(fieldsOf(probe)) });
  return { ok: true };
}

/** A run out of turn, by the next sweep; its moment is now, and the rhythm goes on after it. */
export async function runProbe(operation: Operation, { params }: Parsed<typeof api.runProbe>): Promise<{ ok: true }> {
  const { db, orgId, now } = operation;
  const probe = await lockProbe(operation, params.id);
  if (!probe.enabled) throw conflict('probe_is_off');
  await db.updateTable('probe').set({ next_at: now }).where('org_id', '=', orgId).where('id', '=', params.id).execute();
  return { ok: true };
}

const entityOf = (id: string, { name }: Pick<Fields, 'name'>) => ({ kind: 'probe', id, label: name.zh });

const loggedOf = ({ target, serviceId, intervalSeconds }: Fields) => ({
  kind: target.kind,
  address: target.address,
  serviceId,
  intervalSeconds,
});

const columnsOf = ({ name, serviceId, intervalSeconds, timeoutMs, enabled, target }: Fields) => ({
  ...{ name: JSON.stringify(name), service_id: serviceId, interval_seconds: intervalSeconds, timeout_ms: timeoutMs, enabled },
  ...{ kind: target.kind, address: target.address },
  ...(target.kind === 'http'
    ? { expected_status: target.expectedStatus, expected_text: target.expectedText, follow_redirects: target.followRedirects }
    : { expected_status: [], expected_text: null, follow_redirects: true }),
});

async function demandService({ db, orgId }: Operation, serviceId: string): Promise<void> {
  const service = await db
    .selectFrom('service')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', '=', serviceId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (service === undefined) throw invalidField('serviceId', 'unknown_service');
}
