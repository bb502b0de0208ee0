import * as verifications from '@zhiheng/contract/verification/verifications';
import type { SampleCall } from './sample-calls.ts';

export const verificationFiles = { verifications };

const id = '0197d000-0000-7000-8000-000000000000';
const readers = 'AQSUTE';
const writers = 'AQT';
const plan = {
  ...{ projectId: id, title: 'Faster', indicator: 'wait', slice: { siteId: id }, comparison: { siteId: id }, method: 'before-after' },
  ...{ bucket: 'week', baselineFrom: '2025-01-06', startOn: '2026-01-05', periods: 12, expectedChange: 4, alpha: 0.05, power: 0.8 },
  ...{ looks: 'once', minimumN: 30, weights: [1, 1], pickedAmong: 'site' },
};

/** Calls about verifications. */
export const verificationCalls: readonly SampleCall[] = [
  {
    endpoint: verifications.listVerifications,
    may: readers,
    query: { q: 'a', state: 'waiting', verdict: 'effective', projectId: id, limit: '2' },
  },
  { endpoint: verifications.getVerification, may: readers, params: { id } },
  { endpoint: verifications.previewVerification, may: readers, body: plan },
  { endpoint: verifications.registerVerification, may: writers, body: plan },
  { endpoint: verifications.withdrawVerification, may: writers, params: { id }, body: { reason: 'wrong' } },
  { endpoint: verifications.recomputeLook, may: readers, params: { id, number: '1' } },
];
