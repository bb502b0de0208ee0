import { expect, test } from 'vitest';
import { listIndicators } from '@zhiheng/contract/measurement/indicators';
import * as api from '@zhiheng/contract/monitoring/objectives';
import { listProbes, updateProbe } from '@zhiheng/contract/monitoring/probes';
import { deleteDemo, exportPack, installPack, loadDemo, uploadPack } from '@zhiheng/contract/packs/packs';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { networksOf } from '../../platform/outbound/address-guard.ts';
import { ProbeRunner, refreshObjectives } from '../monitoring/index.ts';
import { fingerprint, shipped, smallPack } from './packs.factory.ts';

const server = useTestServer();

const files = {
  ...smallPack,
  'objectives.yaml': `objectives:
  - code: waits
    name: { zh: 等候不超过十分钟, en: Waits within ten minutes }
    service: desk
    indicator: wait_time
    limit: { op: lte, value: 10 }
    target: 90.5
    window: { kind: calendar, unit: month }
  - { code: solved, name: { zh: 解决, en: Solved }, service: desk, indicator: solved_rate, target: 80 }
`,
  'demo.yaml': smallPack['demo.yaml'].replace(
    'problem:',
    `probes:
  - code: door
    name: { zh: 门户, en: Portal }
    service: desk
    address: https://portal.example.com/
    latency_ms: 100
    outage: { days_ago: 5, hours: 3 }
    target: 99
problem:`,
  ),
};
const upload = (org: TestOrganisation, changed: Record<string, string> = files) => org.call(uploadPack, { body: { files: changed } });
const promised = async (org: TestOrganisation) => (await org.call(api.listObjectives)).items;
const named = async (org: TestOrganisation, code: string) => (await promised(org)).find((one) => one.code === code);

test('objectives come with a pack, are published, stay when people changed them, and go out again', async () => {
  const org = await newOrganisation(server);
  const first = await upload(org);
  expect(await promised(org)).toMatchObject([
    {
      code: 'solved',
      version: 1,
      hasDraft: false,
      definition: { target: 0.8, source: { limit: null }, window: { kind: 'rolling', count: 30 } },
    },
    { code: 'waits', version: 1, definition: { target: 0.905, source: { code: 'wait_time', limit: { op: 'lte', value: 10 } } } },
  ]);
  expect(await upload(org)).toEqual({ added: 0, updated: 0, unchanged: first.added, kept: 0 });

  const { id = '', revision = 0, definition } = (await named(org, 'solved')) ?? {};
  if (definition === null || definition === undefined) throw new Error('a published objective was expected');
  await org.call(api.saveObjectiveDraft, { params: { id }, body: { revision, draft: { ...definition, target: 0.7 } } });
  await org.call(api.publishObjective, { params: { id }, body: { revision: revision + 1 } });
  const newer = { ...files, 'objectives.yaml': files['objectives.yaml'].replace('90.5', '95').replace('target: 80', 'target: 85') };
  expect(await upload(org, newer)).toMatchObject({ added: 0, updated: 1, kept: 1 });
  expect(await named(org, 'solved')).toMatchObject({ version: 2, definition: { target: 0.7 } });
  const waits = await named(org, 'waits');
  expect(waits).toMatchObject({ version: 2, definition: { target: 0.95 } });

  const { files: exported } = await org.call(exportPack, { params: { code: 'small' } });
  expect(exported['objectives.yaml']).toMatch(/target: 70\n[\s\S]*target: 95\n/);
  const other = await newOrganisation(server);
  await upload(other, exported);
  expect((await promised(other)).map(({ code }) => code)).toEqual(['solved', 'waits']);
});

test.each([
  ['service: desk\n    indicator: wait', 'service: nobody\n    indicator: wait', 'unknown_service', 4],
  ['indicator: wait_time', 'indicator: calls_in_time', 'unknown_indicator', 5],
  ['    limit: { op: lte, value: 10 }\n', '', 'limit_needed', 5],
  ['solved_rate, target', 'solved_rate, limit: { op: gte, value: 1 }, target', 'share_needs_no_limit', 9],
  ['code: solved', 'code: waits', 'duplicate_code', 9],
])('%s put as %s is a mistake with its line', async (from, to, code, line) => {
  const org = await newOrganisation(server);
  const wrong = { ...files, 'objectives.yaml': files['objectives.yaml'].replace(from, to) };
  const { errors } = await org.refusal(uploadPack, { body: { files: wrong } });
  expect(errors).toMatchObject([{ code, params: { line } }]);
});

test('demo probes show a past that nobody saw, look at nothing, and go with the demo', async () => {
  const org = await newOrganisation(server);
  await upload(org);
  // What probes observe has its indicators as soon as the house has a probe; they stay.
  const apart = ['indicator', 'source', 'ingest_batch', 'subject', 'rollup', 'rollup_delta', 'objective_state'];
  const before = await fingerprint(server, org.orgId, apart);
  await org.call(loadDemo, { params: { code: 'small' } });
  const read = async () => (await org.call(listProbes, { query: { days: 90 } })).items;
  const [probe] = await read();
  const sum = (key: 'up' | 'down' | 'missed') => probe?.days.reduce((total, day) => total + day[key], 0) ?? 0;
  expect(probe).toMatchObject({ code: 'door', state: 'up', last: { up: true, reason: 'ok' } });
  expect(sum('up') + sum('down')).toBe(60 * 24);
  expect(sum('down')).toBeGreaterThanOrEqual(3);
  expect(sum('missed')).toBe(0);

  const inAnHour = new Date(Date.now() + 3_600_000);
  await new ProbeRunner(server.root, networksOf([])).sweep({ now: inAnHour, wait: true });
  expect((await read())[0]?.last?.at).toBe(probe?.last?.at);
  await refreshObjectives(server.root);
  const { status } = (await named(org, 'door')) ?? {};
  expect(status).toMatchObject({ kind: 'measured', n: 30 * 24, met: true });

  await org.call(deleteDemo);
  await refreshObjectives(server.root);
  expect(await read()).toEqual([]);
  expect(await fingerprint(server, org.orgId, apart)).toEqual(before);
});

test('a demo probe on which somebody has promised something stays, without its past', async () => {
  const org = await newOrganisation(server);
  await upload(org);
  await org.call(loadDemo, { params: { code: 'small' } });
  const door = await named(org, 'door');
  const definition = door?.definition;
  if (definition === null || definition === undefined) throw new Error('the demo brings an objective');
  await org.call(api.createObjective, { body: { code: 'own', name: { zh: '自己的', en: 'Own' }, draft: { ...definition, target: 0.9 } } });
  await org.call(deleteDemo);
  const [probe] = (await org.call(listProbes, { query: { days: 90 } })).items;
  expect(probe).toMatchObject({ code: 'door', days: [], runs: [] });
  await org.call(updateProbe, { params: { id: probe?.id ?? '' }, body: { version: probe?.version ?? 0, intervalSeconds: 60 } });
  expect((await promised(org)).map(({ code }) => code)).toEqual(['own', 'solved', 'waits']);
});

test.each(shipped)('%s: what its objectives promise is measured in the demo', { timeout: 120_000 }, async (code) => {
  const org = await newOrganisation(server);
  await org.call(installPack, { params: { code } });
  await org.call(loadDemo, { params: { code } });
  await refreshObjectives(server.root);
  const all = await promised(org);
  expect(all.length).toBeGreaterThanOrEqual(3);
  expect(all.filter(({ status }) => status?.kind !== 'measured').map((one) => one.code)).toEqual([]);
  expect((await org.call(listProbes)).items.map(({ state }) => state)).toContain('up');
  expect((await org.call(listIndicators)).items.map((one) => one.code)).toContain('probe_availability');
});
