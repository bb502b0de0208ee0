import * as standards from '@zhiheng/contract/standards/standards';
import type { SampleCall } from './sample-calls.ts';

export const standardFiles = { standards };

const id = '0197d000-0000-7000-8000-000000000000';
const params = { id };
const name = { zh: '接待', en: 'Reception' };
const staff = 'AQSUTE';
const writers = 'AQ';
const clause = { code: 'greet', kind: 'attitude', text: name, indicators: [], checks: [{ study: 'counter', item: 'greet' }] };

/** Calls about service standards. */
export const standardCalls: readonly SampleCall[] = [
  {
    endpoint: standards.listStandards,
    may: staff,
    query: { q: 'x', state: 'in-force', kind: 'safety', indicator: 'waiting_time', serviceId: id, limit: '2' },
  },
  { endpoint: standards.getStandard, may: staff, params },
  {
    endpoint: standards.createStandard,
    may: writers,
    body: { code: 'reception', name, purpose: name, serviceIds: [], clauses: [clause] },
  },
  { endpoint: standards.updateStandard, may: writers, params, body: { version: 1, name, purpose: name, serviceIds: [id] } },
  { endpoint: standards.saveStandardDraft, may: writers, params, body: { version: 1, clauses: [clause], reason: 'x' } },
  { endpoint: standards.dropStandardDraft, may: writers, params },
  { endpoint: standards.submitStandard, may: writers, params, body: { version: 1 } },
  { endpoint: standards.returnStandard, may: writers, params, body: { version: 1, reason: 'x' } },
  { endpoint: standards.approveStandard, may: writers, params, body: { version: 1, from: '2999-01-01' } },
  { endpoint: standards.deleteStandard, may: writers, params },
  { endpoint: standards.compareStandard, may: staff, params, query: { from: '1', to: '2' } },
  { endpoint: standards.clausesOfIndicator, may: staff, query: { indicator: 'waiting_time' } },
];
