import { expect, test } from 'vitest';
import { createProbe } from '@zhiheng/contract/monitoring/probes';
import * as objectives from '@zhiheng/contract/monitoring/objectives';
import { exportOpenSlo, importOpenSlo } from '@zhiheng/contract/monitoring/openslo';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { buildIndicator } from '../../measurement/measurement.factory.ts';
import { buildPortal, draftOf, publishOne } from '../monitoring.factory.ts';

const server = useTestServer();

/** As the specification of OpenSLO v1 writes an objective with a budget in time slices, its indicator and its alerts in documents of their own. */
const file = `apiVersion: openslo/v1
kind: Service
metadata:
  name: portal
  displayName: Portal
spec:
  description: What customers sign in to
---
apiVersion: openslo/v1
kind: SLI
metadata:
  name: answers
spec:
  thresholdMetric:
    metricSource:
      type: zhiheng
      spec:
        indicator: waiting
---
apiVersion: openslo/v1
kind: AlertCondition
metadata:
  name: fast
spec:
  severity: page
  condition:
    kind: burnrate
    op: gt
    threshold: 13.44
    lookbackWindow: 1h
---
apiVersion: openslo/v1
kind: AlertPolicy
metadata:
  name: on-call
spec:
  alertWhenNoData: false
  alertWhenBreaching: true
  alertWhenResolved: true
  conditions:
    - conditionRef: fast
  notificationTargets: []
---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: portal-quick
  displayName: Portal is quick
spec:
  description: Nobody waits for more than half a second
  service: portal
  indicatorRef: answers
  timeWindow:
    - duration: 28d
      isRolling: true
  budgetingMethod: Timeslices
  objectives:
    - op: lte
      value: 0.5
      targetPercent: 99.9
      timeSliceTarget: 0.95
      timeSliceWindow: 5m
  alertPolicies:
    - on-call
`;

async function withPortal(): Promise<{ org: TestOrganisation; serviceId: string }> {
  const org = await newOrganisation(server);
  const serviceId = await buildPortal(org);
  await org.inside((operation) => buildIndicator(operation, { code: 'waiting', measure: 'number', unit: 's', decimals: 2, limits: null }));
  return { org, serviceId };
}
const take = (org: TestOrganisation, text: string, dryRun = false) => org.call(importOpenSlo, { body: { text, dryRun } });
const list = async (org: TestOrganisation) => (await org.call(objectives.listObjectives)).items;
const draftNow = async (org: TestOrganisation, id: string) => (await org.call(objectives.getObjective, { params: { id } })).draft;

test('documents become a draft, with what they name in one another', async () => {
  const { org, serviceId } = await withPortal();
  expect(await take(org, file, true)).toEqual({ objectives: [{ code: 'portal-quick', change: 'created' }], problems: [] });
  expect(await list(org)).toEqual([]);
  await take(org, file);
  const [row] = await list(org);
  expect(row).toMatchObject({ code: 'portal-quick', name: { zh: 'Portal is quick', en: 'Portal is quick' }, version: 0 });
  expect(await draftNow(org, row!.id)).toMatchObject({
    ...{ serviceId, source: { kind: 'indicator', code: 'waiting', limit: { op: 'lte', value: 0.5 } }, target: 0.999, calendarId: null },
    ...{ method: { kind: 'time-slices', slice: 300, sliceTarget: 0.95 }, window: { kind: 'rolling', unit: 'day', count: 28 } },
    alerts: { pairs: [{ rate: 13.44, long: 3600, short: 300, severity: 'page' }] },
  });
  expect((await take(org, file)).objectives).toEqual([{ code: 'portal-quick', change: 'unchanged' }]);
  const stricter = file.replace('99.9', '99.95');
  expect((await take(org, stricter)).objectives).toEqual([{ code: 'portal-quick', change: 'changed' }]);
  expect((await draftNow(org, row!.id))?.target).toBe(0.9995);
});

test('what goes out comes in again unchanged', async () => {
  const { org, serviceId } = await withPortal();
  const target = { kind: 'tcp' as const, address: 'example.org:443' };
  const probe = await org.call(createProbe, {
    body: { code: 'front', name: { zh: '前门', en: 'Front' }, serviceId, intervalSeconds: 60, target },
  });
  const source = { kind: 'probe' as const, probeId: probe.id };
  await publishOne(org, serviceId, { window: { kind: 'calendar', unit: 'month' } });
  const drafts = [
    draftOf(serviceId, { source: { ...source, latencyMs: null }, method: { kind: 'time-slices', slice: 60, sliceTarget: 1 } }),
    draftOf(serviceId, { source: { ...source, latencyMs: 300 }, target: 0.95, window: { kind: 'rolling', unit: 'day', count: 7 } }),
    draftOf(serviceId, {
      source: { kind: 'indicator', code: 'waiting', limit: { op: 'gte', value: 1.5 } },
      window: { kind: 'calendar', unit: 'quarter' },
    }),
  ];
  for (const [index, draft] of drafts.entries()) {
    const body = { code: `more-${index}`, name: { zh: `第${index}`, en: `No ${index}` }, draft };
    const { id } = await org.call(objectives.createObjective, { body });
    await org.call(objectives.publishObjective, { params: { id }, body: { revision: 1 } });
  }
  const { text } = await org.call(exportOpenSlo);
  const back = await take(org, text);
  expect(back.problems).toEqual([]);
  expect(back.objectives.map(({ change }) => change)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
  const before = (await list(org)).map(({ code, name, definition }) => ({ code, name, definition }));
  for (const { id } of await list(org)) await org.call(objectives.retireObjective, { params: { id }, body: { retired: true } });
  const renamed = text.replaceAll('name: portal-up\n', 'name: portal-up-2\n').replaceAll(/name: more-(\d)\n/g, 'name: more-$1-2\n');
  expect((await take(org, renamed)).problems).toEqual([]);
  const after = await Promise.all(
    (await list(org)).map(async ({ id, code, name }) => ({ code, name, definition: await draftNow(org, id) })),
  );
  expect(after.map(({ code, ...one }) => ({ ...one, code: code.replace(/-2$/, '') }))).toEqual(
    before.map(({ code, ...one }) => ({ ...one, code })),
  );
});

test.each([
  ['a kind that nobody here knows', 'kind: Service', 'kind: DataSource', ['1 kind unsupported_kind DataSource']],
  [
    'another version',
    'apiVersion: openslo/v1\nkind: SLI',
    'apiVersion: openslo/v1alpha\nkind: SLI',
    ['2 apiVersion not_openslo openslo/v1alpha'],
  ],
  [
    'another store of figures',
    'type: zhiheng',
    'type: prometheus',
    ['2 spec.thresholdMetric.metricSource.type unsupported_value "prometheus"'],
  ],
  [
    'a field that would be passed over',
    'timeSliceWindow: 5m',
    'timeSliceWindow: 5m\n      compositeWeight: 2',
    ['5 spec.objectives[0].compositeWeight unsupported_field null'],
  ],
  [
    'a condition that has to last',
    'lookbackWindow: 1h',
    'lookbackWindow: 1h\n    alertAfter: 5m',
    ['5 spec.alertPolicies[0].conditions[0].condition.alertAfter unsupported_value 5m'],
  ],
  [
    'a budgeting method',
    'budgetingMethod: Timeslices',
    'budgetingMethod: RatioTimeslices',
    ['5 spec.budgetingMethod unsupported_value "RatioTimeslices"'],
  ],
  ['a window of no whole days', 'duration: 28d', 'duration: 30h', ['5 spec.timeWindow[0].duration unsupported_value 30h']],
  [
    'a name that nothing bears',
    'conditionRef: fast',
    'conditionRef: slow',
    ['5 spec.alertPolicies[0].conditions[0].conditionRef unknown_reference slow'],
  ],
  ['a service that is not there', 'service: portal', 'service: gate', ['5 spec.service unknown_service gate']],
  [
    'an indicator that is not there',
    'indicator: waiting',
    'indicator: constructor',
    ['5 spec.indicator unknown_indicator unknown_indicator'],
  ],
  ['no target', '      targetPercent: 99.9\n', '', ['5 spec.objectives[0].target missing null']],
  ['a target of all', 'targetPercent: 99.9', 'targetPercent: 100', ['5 spec.objectives[0].targetPercent wrong_value 100']],
])('%s is refused with document, field and reason, and nothing is written', async (_what, from, to, expected) => {
  const { org } = await withPortal();
  expect(file).toContain(from);
  const { problems } = await take(org, file.replace(from, to));
  expect(problems.map(({ document, field, reason, value }) => `${document} ${field} ${reason} ${value}`)).toEqual(
    expect.arrayContaining(expected),
  );
  expect(await list(org)).toEqual([]);
});

test('what is no YAML, or a bomb, is refused', async () => {
  const { org } = await withPortal();
  expect((await take(org, 'a: [1')).problems).toMatchObject([{ document: 1, reason: 'not_yaml' }]);
  const bomb = `a: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]`).join('\n')}`;
  expect((await take(org, bomb)).problems).toMatchObject([{ document: 1, reason: 'not_openslo' }]);
});
