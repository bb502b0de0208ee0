import * as causes from '@zhiheng/contract/causes/causes';
import * as failures from '@zhiheng/contract/causes/service-failures';
import type { SampleCall } from './sample-calls.ts';

export const causeFiles = { causes, failures };

const id = '0197d000-0000-7000-8000-000000000000';
const params = { id };
const evidence = { id, evidenceId: id };
const staff = 'AQSUTE';
/** Those who work on findings. */
const workers = 'AQT';
const root = { id: 'problem', parentId: null, text: 'x', kind: null, gate: null, event: null, probability: null };
const group = { label: 'x', from: '2026-01-01', to: '2026-01-31', serviceId: id };
const request = {
  ...{ kind: 'test', of: { kind: 'cases', field: 'priority', value: 'p1' }, method: 'two-proportions' },
  ...{ groups: [group, group], claim: 'differ', margin: 0 },
};

/** Calls about causes of findings and the register of service failures. */
export const causeCalls: readonly SampleCall[] = [
  { endpoint: causes.listAnalyses, may: staff, query: { q: 'x', findingId: id, method: 'fishbone', limit: '2' } },
  { endpoint: causes.getAnalysis, may: staff, params },
  { endpoint: causes.createAnalysis, may: workers, body: { findingId: id, method: 'five-whys', title: 'x' } },
  { endpoint: causes.saveTree, may: workers, params, body: { version: 1, title: 'x', tree: [root] } },
  { endpoint: causes.deleteAnalysis, may: workers, params },
  { endpoint: causes.addCauseEvidence, may: workers, params, body: { nodeId: 'a', request, note: 'x' } },
  { endpoint: causes.tryCauseEvidence, may: staff, body: { request } },
  { endpoint: causes.withdrawCauseEvidence, may: workers, params: evidence },
  { endpoint: causes.recomputeCauseEvidence, may: staff, params: evidence },
  {
    endpoint: failures.listFailures,
    may: staff,
    query: { q: 'x', serviceId: id, detectedBy: 'customer', state: 'lasting', limit: '2' },
  },
  {
    endpoint: failures.createFailure,
    may: workers,
    body: {
      ...{ failed: 'x', effect: 'x', serviceId: null, beganAt: '2026-01-01T00:00:00Z', restoredAt: '2026-01-01T01:00:00Z' },
      ...{ detectedBy: 'staff', findingId: null, cause: null },
    },
  },
  { endpoint: failures.updateFailure, may: workers, params, body: { version: 1, failed: 'x', cause: { analysisId: id, nodeId: 'a' } } },
  { endpoint: failures.deleteFailure, may: workers, params },
];
