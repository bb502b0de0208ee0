import * as objectives from '@zhiheng/contract/monitoring/objectives';
import * as openSlo from '@zhiheng/contract/monitoring/openslo';
import * as probes from '@zhiheng/contract/monitoring/probes';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const name = { zh: '名称', en: 'Name' };
const staff = 'AQSUTE';
const target = { kind: 'http', address: 'https://example.org/', expectedStatus: [200], expectedText: 'ok', followRedirects: true };
const probe = { name, serviceId: id, intervalSeconds: 60, timeoutMs: 5000, enabled: true, target };
const draft = {
  ...{
    serviceId: id,
    source: { kind: 'indicator', code: 'no_such_indicator', limit: { op: 'lte', value: 5 } },
    target: 0.99,
    calendarId: id,
  },
  ...{ method: { kind: 'time-slices', slice: 300, sliceTarget: 0.9 }, window: { kind: 'rolling', unit: 'day', count: 30 } },
  ...{ since: '2026-01-01T00:00:00Z' },
  alerts: { pairs: [{ rate: 14.4, long: 3600, short: 300, severity: 'page' }], minimumBad: 3, minimumTotal: 1 },
};
const span = { from: '2026-01-01T00:00:00Z', to: '2026-01-01T01:00:00Z', reason: 'upgrade' };

export const monitoringFiles = { objectives, openSlo, probes };

/** Well-formed calls of probes and objectives. */
export const monitoringCalls: readonly SampleCall[] = [
  { endpoint: probes.listProbes, may: staff, query: { days: '90' } },
  { endpoint: probes.createProbe, may: 'AQ', body: { code: 'portal', ...probe } },
  { endpoint: probes.updateProbe, may: 'AQ', params: { id }, body: { version: 1, ...probe } },
  { endpoint: probes.deleteProbe, may: 'AQ', params: { id } },
  { endpoint: probes.runProbe, may: 'AQ', params: { id } },
  { endpoint: objectives.listObjectives, may: staff, query: { retired: 'true' } },
  { endpoint: objectives.getObjective, may: staff, params: { id } },
  { endpoint: objectives.createObjective, may: 'AQ', body: { code: 'portal', name, draft } },
  { endpoint: objectives.saveObjectiveDraft, may: 'AQ', params: { id }, body: { revision: 1, name, draft } },
  { endpoint: objectives.publishObjective, may: 'AQ', params: { id }, body: { revision: 1 } },
  { endpoint: objectives.retireObjective, may: 'AQ', params: { id }, body: { retired: true } },
  { endpoint: objectives.objectiveHistory, may: staff, params: { id }, query: { months: '3' } },
  { endpoint: objectives.excludeTime, may: 'AQ', params: { id }, body: span },
  { endpoint: objectives.decideExclusion, may: 'AQ', params: { id }, body: { approve: true, note: 'agreed' } },
  { endpoint: objectives.listObjectiveAlerts, may: staff, query: { open: 'true', limit: '2' } },
  { endpoint: openSlo.exportOpenSlo, may: staff },
  { endpoint: openSlo.importOpenSlo, may: 'AQ', body: { text: 'kind: SLO', dryRun: true } },
];
