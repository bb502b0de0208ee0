import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listObservations } from '@zhiheng/contract/measurement/observations';
import * as objectives from '@zhiheng/contract/monitoring/objectives';
import * as api from '@zhiheng/contract/monitoring/probes';
import { buildService } from '../../measurement/measurement.factory.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { networksOf } from '../../../platform/outbound/address-guard.ts';
import { ProbeRunner, refreshObjectives } from '../index.ts';
import { draftOf } from '../monitoring.factory.ts';

const server = useTestServer();
let healthy = true;
const portal = createServer((_, response) => response.writeHead(healthy ? 200 : 503).end());
beforeAll(async () => once(portal.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => portal.close());

const addressOfPortal = () => `http://127.0.0.1:${(portal.address() as AddressInfo).port}/`;
const httpTarget = (address: string) => ({ kind: 'http' as const, address, expectedStatus: [], expectedText: null, followRedirects: true });
const runner = (networks = ['127.0.0.0/8']) => new ProbeRunner(server.root, networksOf(networks));

async function addProbe(org: TestOrganisation): Promise<api.Probe> {
  const serviceId = await org.inside((operation) => buildService(operation, 'portal'));
  const body = {
    code: 'portal',
    name: { zh: '门户', en: 'Portal' },
    serviceId,
    intervalSeconds: 60,
    target: httpTarget(addressOfPortal()),
  };
  return org.call(api.createProbe, { body });
}
const readOne = async (org: TestOrganisation) => (await org.call(api.listProbes)).items[0]!;
/** The moment of the next run, on the grid of minutes. */
const nextRun = async (org: TestOrganisation): Promise<Date> => {
  const { rows } = await sql<{ at: Date }>`select next_at as at from probe where org_id = ${org.orgId}`.execute(server.owner);
  return rows[0]!.at;
};

test('a service that goes down and comes back: observations, days, events', async () => {
  const org = await newOrganisation(server);
  expect(await addProbe(org)).toMatchObject({ state: 'unknown', last: null, timeoutMs: 10_000, enabled: true });
  const probes = runner();
  await probes.sweep({ wait: true });
  expect(await readOne(org)).toMatchObject({ state: 'up', last: { up: true, reason: 'ok' }, days: [{ up: 1, down: 0, missed: 0 }] });
  const next = await nextRun(org);
  expect(next.getTime() % 60_000).toBe(0);
  await probes.sweep({ now: new Date(next.getTime() - 1), wait: true });
  expect((await readOne(org)).runs).toHaveLength(1);
  healthy = false;
  await probes.sweep({ now: next, wait: true });
  healthy = true;
  expect(await readOne(org)).toMatchObject({ state: 'down', stateSince: next.toISOString(), last: { up: false, reason: 'wrong-status' } });
  await probes.sweep({ now: await nextRun(org), wait: true });
  expect((await readOne(org)).state).toBe('up');
  const availability = await org.call(listObservations, { query: { indicator: 'probe_availability' } });
  expect(availability.items.map(({ value }) => value).sort()).toEqual([0, 1, 1]);
  expect((await org.call(listObservations, { query: { indicator: 'probe_latency' } })).items).toHaveLength(2);
  expect((await eventsOf(org)).map(({ type }) => type).filter((type) => /went|came/.test(type))).toEqual([
    'probe.went-down',
    'probe.came-back',
  ]);
});

test('runs that nobody made are a gap, neither up nor down', async () => {
  const org = await newOrganisation(server);
  await addProbe(org);
  const probes = runner();
  await probes.sweep({ wait: true });
  const next = await nextRun(org);
  const late = new Date(next.getTime() + 2 * 60_000 + 5000);
  await probes.sweep({ now: late, wait: true });
  const { days, runs } = await readOne(org);
  expect(runs.at(-1)?.at).toBe(new Date(next.getTime() + 120_000).toISOString());
  const sum = (key: 'up' | 'down' | 'missed') => days.reduce((total, one) => total + one[key], 0);
  expect([sum('up'), sum('down'), sum('missed')]).toEqual([2, 0, 2]);
  expect(await nextRun(org)).toEqual(new Date(next.getTime() + 180_000));
});

test('an address that may not be probed says nothing about the service', async () => {
  const org = await newOrganisation(server);
  await addProbe(org);
  await runner([]).sweep({ wait: true });
  expect(await readOne(org)).toMatchObject({ state: 'unknown', last: { reason: 'refused-address' }, days: [] });
});

test('many processes look once', async () => {
  const org = await newOrganisation(server);
  await addProbe(org);
  const now = new Date();
  await Promise.all(Array.from({ length: 5 }, () => runner().sweep({ now, wait: true })));
  expect((await readOne(org)).runs).toHaveLength(1);
});

test('an objective on a probe counts its runs as they come, and keeps the probe', async () => {
  const org = await newOrganisation(server);
  const probe = await addProbe(org);
  const draft = draftOf(probe.serviceId, {
    source: { kind: 'probe', probeId: probe.id, latencyMs: null },
    window: { kind: 'rolling', unit: 'day', count: 1 },
  });
  const { id } = await org.call(objectives.createObjective, { body: { code: 'up', name: { zh: '可用', en: 'Up' }, draft } });
  await org.call(objectives.publishObjective, { params: { id }, body: { revision: 1 } });
  await refreshObjectives(server.root);
  await runner().sweep({ wait: true });
  const later = new Date(Date.now() + 1000);
  await refreshObjectives(server.root, later);
  const [row] = (await org.call(objectives.listObjectives)).items;
  expect(row).toMatchObject({ asOf: later.toISOString(), status: { kind: 'measured', good: 1, n: 1, met: true } });
  expect((await org.refusal(api.deleteProbe, { params: { id: probe.id } })).code).toBe('probe_in_use');
});

test('changed by one of two who read the same; switched off it looks no more', async () => {
  const org = await newOrganisation(server);
  const { id } = await addProbe(org);
  expect(await org.call(api.updateProbe, { params: { id }, body: { version: 1, enabled: false } })).toMatchObject({
    version: 2,
    state: 'off',
  });
  expect((await org.refusal(api.updateProbe, { params: { id }, body: { version: 1, enabled: true } })).code).toBe('changed_meanwhile');
  expect((await org.refusal(api.runProbe, { params: { id } })).code).toBe('probe_is_off');
  await runner().sweep({ now: new Date(Date.now() + 3_600_000), wait: true });
  expect((await readOne(org)).runs).toEqual([]);
  await org.call(api.deleteProbe, { params: { id } });
  expect((await org.call(api.listProbes)).items).toEqual([]);
});

test('addresses with credentials, and none at all, are refused', async () => {
  const org = await newOrganisation(server);
  const { id } = await addProbe(org);
  for (const target of [
    httpTarget('http://eve:secret@example.org/'),
    httpTarget('ftp://example.org/'),
    { kind: 'tcp' as const, address: 'db' },
  ]) {
    expect((await org.refusal(api.updateProbe, { params: { id }, body: { version: 1, target } })).status).toBe(422);
  }
});
