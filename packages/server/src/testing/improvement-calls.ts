import * as plans from '@zhiheng/contract/improvement/plans';
import * as projects from '@zhiheng/contract/improvement/projects';
import * as reviews from '@zhiheng/contract/improvement/reviews';
import * as suggestions from '@zhiheng/contract/improvement/suggestions';
import type { SampleCall } from './sample-calls.ts';

export const improvementFiles = { plans, projects, reviews, suggestions };

const id = '0197d000-0000-7000-8000-000000000000';
const params = { id };
const action = { id, actionId: id };
const readers = 'AQSUTE';
const writers = 'AQT';
const words = {
  ...{
    title: 'Faster',
    goal: 'Half the wait',
    indicatorCode: 'wait',
    targetValue: 10,
    ownerId: id,
    startOn: '2026-01-01',
    dueOn: '2026-03-31',
  },
  ...{ budget: 1000, spent: 0, findingIds: [id], causes: [{ analysisId: id, nodeId: 'a' }] },
};
const step = {
  ...{ phase: 'do', title: 'Train', note: '', ownerId: id, teamId: id, startOn: '2026-01-01', dueOn: '2026-01-31', weight: 2 },
  dependsOn: [id],
};

const meeting = { title: 'March', at: '2026-03-02T01:30:00Z', minutes: 60, place: 'Hall', attendeeIds: [id] };
const judges = 'AQ';
const everybody = 'everybody';

/** Calls about projects, reviews and suggestions. */
export const improvementCalls: readonly SampleCall[] = [
  { endpoint: projects.listProjects, may: readers, query: { q: 'a', state: 'draft', template: 'pdca', findingId: id, limit: '2' } },
  { endpoint: projects.exportProjects, may: readers, query: { q: 'a', locale: 'en' } },
  { endpoint: projects.getProject, may: readers, params },
  { endpoint: projects.createProject, may: writers, body: { ...words, template: 'pdca', steps: true } },
  { endpoint: projects.updateProject, may: writers, params, body: { ...words, version: 1 } },
  { endpoint: projects.moveProject, may: writers, params, body: { version: 1, to: 'running', reason: 'x', unverifiedReason: 'y' } },
  { endpoint: projects.deleteProject, may: writers, params },
  { endpoint: projects.createAction, may: writers, params, body: step },
  { endpoint: projects.updateAction, may: writers, params: action, body: { ...step, version: 1, state: 'done' } },
  { endpoint: projects.deleteAction, may: writers, params: action },
  { endpoint: plans.listPlans, may: readers, query: { limit: '2' } },
  { endpoint: plans.getPlan, may: readers, params },
  { endpoint: plans.createPlan, may: writers, body: { title: 'x', fromOn: '2026-01-01', untilOn: '2026-12-31', scope: 'y' } },
  { endpoint: plans.updatePlan, may: writers, params, body: { version: 1, title: 'x', goals: [], lines: [] } },
  { endpoint: plans.recordStep, may: writers, params: { id, step: 'serve' }, body: { version: 1, record: 'x', done: true } },
  { endpoint: plans.movePlan, may: writers, params, body: { version: 1, to: 'adopted' } },
  { endpoint: plans.deletePlan, may: writers, params },
  { endpoint: reviews.listReviews, may: readers, query: { kind: 'service', state: 'held', limit: '2' } },
  { endpoint: reviews.getReview, may: readers, params },
  { endpoint: reviews.createReview, may: writers, body: { ...meeting, kind: 'service' } },
  { endpoint: reviews.updateReview, may: writers, params, body: { ...meeting, version: 1, record: 'x' } },
  { endpoint: reviews.holdReview, may: writers, params, body: { version: 1 } },
  { endpoint: reviews.cancelReview, may: writers, params, body: { version: 1, reason: 'x' } },
  { endpoint: reviews.deleteReview, may: writers, params },
  { endpoint: reviews.addDecision, may: writers, params, body: { text: 'x', ownerId: id, dueOn: '2026-03-31', projectId: id } },
  { endpoint: reviews.settleDecision, may: writers, params: { id, decisionId: id }, body: { done: true } },
  { endpoint: reviews.reviewCalendar, may: readers, params, query: { locale: 'en' } },
  { endpoint: suggestions.listSuggestions, may: readers, query: { q: 'a', state: 'new', mine: 'true', limit: '2' } },
  { endpoint: suggestions.makeSuggestion, may: 'AQST', body: { title: 'x', text: 'y', serviceId: id } },
  { endpoint: suggestions.withdrawSuggestion, may: 'AQST', params },
  { endpoint: suggestions.judgeSuggestion, may: judges, params, body: { version: 1, state: 'declined', answer: 'x' } },
  { endpoint: suggestions.turnSuggestion, may: judges, params, body: { version: 1, into: 'finding' } },
  { endpoint: suggestions.rewardSuggestion, may: judges, params, body: { version: 1, points: 10, note: 'x' } },
  { endpoint: suggestions.suggestionLeaders, may: readers },
  { endpoint: suggestions.getSuggestionSettings, may: judges },
  {
    endpoint: suggestions.saveSuggestionSettings,
    may: judges,
    body: { version: 0, leaderboard: true, public: true, intro: { zh: '说说', en: 'Say' } },
  },
  { endpoint: suggestions.openSuggestionBox, may: everybody, params: { code: 'nothing-here' } },
  {
    endpoint: suggestions.putIntoBox,
    may: everybody,
    params: { code: 'nothing-here' },
    body: { title: 'x', text: 'y', name: 'z', contact: 'z@example.org' },
  },
];
