import * as feedback from '@zhiheng/contract/feedback/feedback';
import * as followUps from '@zhiheng/contract/feedback/follow-ups';
import * as needs from '@zhiheng/contract/feedback/needs';
import * as surveyTexts from '@zhiheng/contract/feedback/survey-texts';
import * as themes from '@zhiheng/contract/feedback/themes';
import type { SampleCall } from './sample-calls.ts';

export const feedbackFiles = { feedback, followUps, needs, surveyTexts, themes };

const id = '0197d000-0000-7000-8000-000000000000';
const other = '0197d000-0000-7000-8000-000000000001';
const params = { id };
const staff = 'AQSUTE';
/** Those who work on feedback. */
const workers = 'AQST';

/** Calls about what people say of the service, follow-ups and needs. */
export const feedbackCalls: readonly SampleCall[] = [
  {
    endpoint: feedback.listFeedback,
    may: staff,
    query: {
      ...{ q: '等待', channel: 'review', state: 'new', themeId: 'none', polarity: 'negative', ownerId: 'me', serviceId: id, siteId: id },
      ...{ teamId: id, segmentId: id, tag: 'x', from: '2026-01-01', until: '2026-12-31', order: 'worst', limit: '2' },
    },
  },
  { endpoint: feedback.countFeedback, may: staff },
  { endpoint: surveyTexts.getSurveyTexts, may: staff, params },
  { endpoint: feedback.getFeedback, may: staff, params },
  {
    endpoint: feedback.createFeedback,
    may: workers,
    body: {
      ...{
        channel: 'review',
        source: 'x',
        author: 'Li',
        contact: 'li@example.org',
        customerId: null,
        body: '等了很久',
        score: 1,
        scoreMax: 5,
      },
      ...{ tags: ['x'], at: '2026-01-01T00:00:00Z', serviceId: null, siteId: null, teamId: null, segmentId: null, recordKey: 'a' },
    },
  },
  {
    endpoint: feedback.changeFeedback,
    may: workers,
    body: {
      ids: [id],
      change: {
        ...{ state: 'closed', ownerId: null, addTags: ['x'], removeTags: ['y'], themeIds: [], polarity: 'negative' },
        ...{ serviceId: null, siteId: null, teamId: null, segmentId: null },
      },
    },
  },
  { endpoint: feedback.routeFeedback, may: workers, params, body: { type: 'complaint', subject: '等待' } },
  { endpoint: feedback.answerFeedback, may: workers, params, body: { subject: 'Re', body: 'Thank you' } },
  { endpoint: feedback.feedbackOfCase, may: staff, params },
  {
    endpoint: feedback.importFeedback,
    may: workers,
    body: { text: 'body,score\nslow,1', channel: 'review', source: 'x', columns: { body: 'body' }, scoreMax: 5, dryRun: true },
  },
  { endpoint: feedback.feedbackTags, may: staff },

  { endpoint: themes.listThemes, may: staff },
  {
    endpoint: themes.setThemes,
    may: workers,
    body: { items: [{ code: 'waiting', name: { zh: '等待', en: 'Waiting' }, words: ['排队'] }] },
  },
  { endpoint: themes.suggestThemes, may: staff, query: { trade: 'catering' } },
  { endpoint: themes.sentimentQuality, may: staff },

  { endpoint: followUps.listFollowUps, may: staff, query: { view: 'overdue', serviceId: id, limit: '2' } },
  { endpoint: followUps.getFollowUp, may: staff, params },
  { endpoint: followUps.createFollowUp, may: workers, body: { feedbackId: id, customerId: null, said: 'x', ownerId: null, hours: 24 } },
  { endpoint: followUps.updateFollowUp, may: workers, params, body: { version: 1, ownerId: null, dueAt: '2999-01-01T00:00:00Z' } },
  { endpoint: followUps.recordAttempt, may: workers, params, body: { version: 1, channel: 'phone', reached: true, note: 'x' } },
  {
    endpoint: followUps.closeFollowUp,
    may: workers,
    params,
    body: { version: 1, result: 'recovered', cause: 'x', remedy: 'y', secondScore: 9 },
  },
  { endpoint: followUps.reopenFollowUp, may: workers, params },
  { endpoint: followUps.followUpReport, may: staff, query: { from: '2026-01-01', until: '2026-12-31' } },

  { endpoint: needs.listNeeds, may: staff, query: { q: 'x', kind: 'pain', state: 'noted', segmentId: id, serviceId: id, limit: '2' } },
  {
    endpoint: needs.createNeed,
    may: workers,
    body: {
      ...{ kind: 'pain', name: 'Waiting', detail: 'x', serviceId: null, segmentId: null, importance: 5, priority: 'must', ownScore: 2 },
      ...{ targetScore: 4, salesPoint: 1.2, sources: [{ feedbackId: null, words: 'x', url: 'https://example.org' }] },
    },
  },
  {
    endpoint: needs.updateNeed,
    may: workers,
    params,
    body: { version: 1, name: 'Waiting', state: 'handed-over', handedTo: 'Development', stateNote: 'x' },
  },
  { endpoint: needs.deleteNeed, may: workers, params },
  { endpoint: needs.restoreNeed, may: workers, params },
  { endpoint: needs.readHouse, may: staff, query: { serviceId: id, segmentId: id } },
  {
    endpoint: needs.setHouseColumns,
    may: workers,
    body: { features: [{ name: 'Pager', unit: 'min', target: '5', direction: 'lower' }], competitors: [{ name: 'North' }] },
  },
  {
    endpoint: needs.setHouseCells,
    may: workers,
    body: { relations: [{ needId: id, featureId: other, strength: 9 }], scores: [{ needId: id, competitorId: other, score: 3 }] },
  },
];
