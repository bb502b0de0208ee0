import * as projects from '@zhiheng/contract/improvement/projects';
import type { SampleCall } from './sample-calls.ts';

export const improvementFiles = { projects };

const id = '0197d000-0000-7000-8000-000000000000';
const params = { id };
const action = { id, actionId: id };
const readers = 'AQUTES';
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

/** Calls about projects. */
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
];
