import * as findings from '@zhiheng/contract/findings/findings';
import * as findingPriorities from '@zhiheng/contract/findings/priority';
import * as findingRules from '@zhiheng/contract/findings/rules';
import type { SampleCall } from './sample-calls.ts';

export const findingFiles = { findings, findingPriorities, findingRules };

const id = '0197d000-0000-7000-8000-000000000000';
const other = '0197d000-0000-7000-8000-000000000001';
const params = { id };
const readers = 'AQSUTE';
const writers = 'AQT';
const name = { zh: '名称', en: 'Name' };
const nowhere = { serviceId: null, teamId: null, siteId: null, segmentId: null };
const figure = {
  ...{ indicator: 'wait', name, period: '2026-10', from: null, to: null, slice: nowhere, value: 7.5, n: 120, interval: [7, 8], target: 4 },
  ...{ unit: 'h', decimals: 1, asOf: '2026-11-01T00:00:00Z', href: '/app/indicators/wait' },
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

const model = {
  weights: { importance: 25, urgency: 25, feasibility: 15, resources: 10, risk: 10, cost: 15 },
  costBands: [1000, 5000, 20_000, 100_000],
  currency: 'CNY',
  rates: { reworkHour: 80, complaint: 150, customer: 2000 },
};
const rules = { items: [{ source: 'gap', enabled: true, level: 'target', months: 2, by: ['site'] }] };
const priority = {
  version: 1,
  scores: { importance: 5, urgency: 4 },
  costs: { rework: { source: 'entered', quantity: 10, rate: 80, note: 'x' }, complaints: { source: 'data' } },
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
  { endpoint: findingPriorities.getPriorityModel, may: readers },
  { endpoint: findingPriorities.setPriorityModel, may: writers, body: { ...model, version: 0 } },
  { endpoint: findingPriorities.getFindingPriority, may: readers, params },
  { endpoint: findingPriorities.setFindingPriority, may: writers, params, body: priority },
  { endpoint: findingPriorities.rankFindings, may: readers },
  { endpoint: findingPriorities.setTeamCapacities, may: writers, body: { items: [{ teamId: id, hours: 40 }] } },
  { endpoint: findingRules.listFindingRules, may: readers },
  { endpoint: findingRules.setFindingRules, may: writers, body: rules },
  { endpoint: findingRules.tryFindingRules, may: readers, body: { ...rules, months: 3 } },
];
