import * as campaigns from '@zhiheng/contract/campaigns/campaigns';
import * as results from '@zhiheng/contract/campaigns/results';
import type { SampleCall } from './sample-calls.ts';

export const campaignFiles = { campaigns, campaignResults: results };

const id = '0197d000-0000-7000-8000-000000000000';
const name = { zh: '名称', en: 'Name' };
const params = { id };
const result = { id, number: '1' };
const finding = { id, findingId: id };
const readers = 'AQUTE';
const writers = 'AQ';
const words = {
  title: 'Slow',
  detail: '',
  kind: 'process',
  severity: 'high',
  evidence: ['indicator:wait'],
  ownerId: id,
  due: '2026-12-31',
};
const plan = {
  ...{ purpose: name, from: '2026-01', until: '2026-03', scope: { serviceId: id, siteId: id, teamId: id, segmentId: id } },
  methods: [{ kind: 'survey', surveyId: id, wanted: 100, note: '' }],
  roles: [{ role: 'leader', accountId: id, name: '' }],
  milestones: [{ stage: 'collect', name, due: '2026-04-01', fact: 'answers', wanted: 100, done: false }],
  checklist: [{ stage: 'collect', name, required: true, done: false }],
  figures: [
    { kind: 'indicator', code: 'wait', weight: 1 },
    { kind: 'survey', surveyId: id, measure: 'loyalty', part: null, weight: 1, target: 30, warning: 10, critical: 0 },
  ],
  ...{ sheet: null, previousId: id, strengths: name, weaknesses: name },
};

/** Calls about campaigns. */
export const campaignCalls: readonly SampleCall[] = [
  { endpoint: campaigns.listCampaigns, may: readers, query: { q: 'a', stage: 'collect', kind: 'annual', limit: '2' } },
  { endpoint: campaigns.getCampaign, may: readers, params },
  {
    endpoint: campaigns.createCampaign,
    may: writers,
    body: { name, code: 'spring', kind: 'annual', chain: 'judge', from: '2026-01', until: '2026-03', copyOf: id },
  },
  { endpoint: campaigns.updateCampaign, may: writers, params, body: { version: 1, name, plan } },
  { endpoint: campaigns.moveCampaign, may: writers, params, body: { version: 1, to: 'collect', reason: 'x' } },
  { endpoint: campaigns.deleteCampaign, may: writers, params },
  { endpoint: campaigns.listReviews, may: readers, params },
  { endpoint: campaigns.saveReview, may: readers, params, body: { name: '', answers: { 'quality.prompt': 4 } } },
  { endpoint: campaigns.createFinding, may: writers, params, body: { ...words, followUpId: id, note: '' } },
  { endpoint: campaigns.updateFinding, may: writers, params: finding, body: { ...words, version: 1, state: 'done' } },
  { endpoint: campaigns.setRecipients, may: writers, params, body: { accountIds: [id], teamIds: [id] } },
  { endpoint: campaigns.tellRecipients, may: writers, params },
  { endpoint: campaigns.acknowledge, may: readers, params: { id, recipientId: id } },
  { endpoint: results.getAnalysis, may: readers, params },
  { endpoint: results.freezeResult, may: writers, params, body: { version: 1, reason: '' } },
  { endpoint: results.getFrozenResult, may: readers, params: result },
  { endpoint: results.recomputeResult, may: readers, params: result },
];
