import * as findings from '@zhiheng/contract/findings/findings';
import type { SampleCall } from './sample-calls.ts';

export const findingFiles = { findings };

const id = '0197d000-0000-7000-8000-000000000000';
const other = '0197d000-0000-7000-8000-000000000001';
const params = { id };
const readers = 'AQSUTE';
const writers = 'AQT';
const name = { zh: '名称', en: 'Name' };
const nowhere = { serviceId: null, teamId: null, siteId: null, segmentId: null };
const figure = {
  ...{ indicator: 'wait', name, period: '2026-10', from: null, to: null, slice: nowhere, value: 7.5, n: 120, interval: [7, 8], target: 4 },
  ...{ unit: 'h', decimals: 1, asOf: '2026-11-01T00:00:00Z', href: '/indicators/wait/report' },
};
const evidence = { kind: 'figure', label: name, note: 'x', href: null, figure };
const fields = {
  ...{ title: name, description: name, kind: 'process', severity: 'high', indicator: null, ownerId: id, dueOn: '2026-12-31' },
  ...{ ...nowhere, serviceId: id },
};
const filter = {
  ...{ q: 'a', state: 'active', source: 'gap', kind: 'none', severity: 'high', ownerId: 'me', serviceId: id, siteId: id, teamId: id },
  ...{ indicator: 'wait', due: 'overdue' },
};

/** Calls about findings. */
export const findingCalls: readonly SampleCall[] = [
  { endpoint: findings.listFindings, may: readers, query: { ...filter, order: 'rank', limit: '2' } },
  { endpoint: findings.countFindings, may: readers },
  { endpoint: findings.exportFindings, may: readers, query: { ...filter, locale: 'en' } },
  { endpoint: findings.getFinding, may: readers, params },
  { endpoint: findings.openFindingByHand, may: writers, body: { ...fields, source: 'gap', evidence: [evidence] } },
  { endpoint: findings.updateFinding, may: writers, params, body: { ...fields, version: 1 } },
  { endpoint: findings.moveFinding, may: writers, params, body: { version: 1, state: 'closed', reason: 'x' } },
  { endpoint: findings.mergeFindings, may: writers, params, body: { version: 1, otherId: other } },
  { endpoint: findings.addFindingEvidence, may: writers, params, body: { ...evidence, entityId: 'x' } },
  { endpoint: findings.removeFindingEvidence, may: writers, params: { id, evidenceId: other } },
];
