import * as distributions from '@zhiheng/contract/surveys/distributions';
import * as runs from '@zhiheng/contract/surveys/runs';
import * as responseImports from '@zhiheng/contract/surveys/response-imports';
import * as responses from '@zhiheng/contract/surveys/responses';
import * as surveys from '@zhiheng/contract/surveys/surveys';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const token = 'x'.repeat(43);
const resume = 'y'.repeat(43);
const name = { zh: '名称', en: 'Name' };
const everybody = 'everybody';
const staff = 'AQSUTE';
const writers = 'AQ';
const distributors = 'AQT';
const answers = { again: 9 };
const form = {
  languages: ['zh', 'en'],
  title: name,
  pages: [
    {
      key: 'only',
      questions: [{ key: 'again', type: 'nps', text: name, when: { op: 'all', of: [{ op: 'answered', field: 'kind' }] } }],
    },
  ],
};
const settings = {
  ...{ serviceId: id, siteId: id, teamId: id, anonymous: false, minimumGroup: 5, onePerPerson: true, fatigueDays: 30 },
  outflows: [{ measure: 'loyalty', part: null, indicatorId: id }],
  followUps: [{ measure: 'loyalty', atMost: 0, ownerId: id, hours: 24 }],
};
const way = {
  ...{ subject: { serviceId: id, siteId: id, teamId: id, segmentId: id }, given: { service: 'Desk' } },
  ...{ opensAt: '2026-01-01T00:00:00Z', closesAt: '2027-01-01T00:00:00Z', hours: [{ days: [1], from: '08:00', until: '18:00' }] },
  ...{ reminderDays: [3], mail: { subject: name, body: name }, resetSeconds: 60, origins: ['https://example.org'] },
  afterCase: { hours: 1, types: ['incident'], share: 50 },
};

export const surveyFiles = { distributions, runs, surveys, responses, responseImports };

/** Sample calls of surveys: those of the house, and those of whoever is asked. */
export const surveyCalls: readonly SampleCall[] = [
  { endpoint: surveys.listSurveys, may: staff, query: { q: 'a', state: 'open', serviceId: id, order: 'name', locale: 'en', limit: '2' } },
  { endpoint: surveys.getSurvey, may: staff, params: { id } },
  { endpoint: surveys.createSurvey, may: writers, body: { code: 'visit', name, form, settings } },
  { endpoint: surveys.saveSurvey, may: writers, params: { id }, body: { version: 1, name, form, settings } },
  { endpoint: surveys.publishSurvey, may: writers, params: { id }, body: { version: 1 } },
  { endpoint: surveys.closeSurvey, may: writers, params: { id }, body: { version: 1, closed: true } },
  { endpoint: surveys.deleteSurvey, may: writers, params: { id } },
  { endpoint: surveys.getSurveyVersion, may: staff, params: { id, number: '1' } },
  { endpoint: surveys.listInstruments, may: staff },
  { endpoint: surveys.getInstrument, may: staff, params: { code: 'no-such-instrument' } },

  { endpoint: distributions.listDistributions, may: staff, params: { id } },
  { endpoint: distributions.createDistribution, may: distributors, params: { id }, body: { kind: 'public', name, settings: way } },
  { endpoint: distributions.saveDistribution, may: distributors, params: { id }, body: { version: 1, name, active: true, settings: way } },
  { endpoint: distributions.renewLink, may: distributors, params: { id } },
  { endpoint: distributions.previewMail, may: distributors, params: { id }, body: { time: 'first', language: 'zh', words: null } },
  { endpoint: distributions.testMail, may: distributors, params: { id }, body: { time: 'reminder', language: 'zh', words: null } },
  { endpoint: distributions.listInvitations, may: distributors, params: { id }, query: { state: 'sent', q: 'x', limit: '2' } },
  {
    endpoint: distributions.invite,
    may: distributors,
    params: { id },
    body: {
      people: [
        { customerId: id, name: 'Eve', address: 'eve@example.org', language: 'en', subject: { segmentId: id }, given: { service: 'x' } },
      ],
      customers: { segmentId: id, sample: 5, seed: 1 },
      dryRun: true,
    },
  },
  { endpoint: distributions.listQuotas, may: staff, params: { id } },
  {
    endpoint: distributions.setQuotas,
    may: distributors,
    params: { id },
    body: { items: [{ id, name, condition: { op: 'eq', field: 'kind', value: 'x' }, size: 10 }] },
  },
  {
    endpoint: responses.enterResponse,
    may: 'AQST',
    params: { id },
    body: { answers, versionId: id, language: 'zh', customerId: id, invitationId: id, seconds: 90, resume },
  },

  {
    endpoint: responses.listResponses,
    may: distributors,
    params: { id },
    query: { flagged: 'true', flag: 'fast', from: '2026-01-01', until: '2026-02-01', q: 'x', limit: '2' },
  },
  { endpoint: responses.getResponse, may: distributors, params: { id } },
  { endpoint: responses.downloadAnswerFile, may: distributors, params: { id } },
  { endpoint: responses.judgeResponses, may: writers, params: { id }, body: { ids: [id], verdict: 'excluded', reason: 'x' } },
  {
    endpoint: responses.exportResponses,
    may: distributors,
    params: { id },
    query: { labels: 'true', language: 'zh', part: 'texts', flagged: 'true' },
  },
  { endpoint: responseImports.uploadResponses, may: writers, params: { id }, body: {} },
  { endpoint: responseImports.previewResponses, may: writers, params: { id } },
  {
    endpoint: responseImports.startResponseImport,
    may: writers,
    params: { id },
    body: {
      fileId: id,
      reading: {
        ...{ versionNumber: 1, columns: { again: 'again' }, recordColumn: 'r', timeColumn: 't', at: '2026-01-01T00:00:00Z' },
        ...{ missing: ['NA'], notApplicable: ['-'] },
      },
      dryRun: true,
    },
  },
  { endpoint: responseImports.listResponseImports, may: writers, params: { id }, query: { limit: '2' } },
  { endpoint: responseImports.getResponseImport, may: writers, params: { id } },
  { endpoint: responseImports.cancelResponseImport, may: writers, params: { id } },
  { endpoint: responseImports.undoResponseImport, may: writers, params: { id } },
  { endpoint: responseImports.listResponseFaults, may: writers, params: { id }, query: { limit: '2' } },
  { endpoint: responseImports.responseFaultsFile, may: writers, params: { id }, query: { locale: 'zh' } },

  { endpoint: runs.openRun, may: everybody, params: { token }, query: { resume } },
  {
    endpoint: runs.saveRun,
    may: everybody,
    params: { token },
    body: { resume, versionId: id, answers, page: 'only', language: 'zh' },
  },
  {
    endpoint: runs.submitRun,
    may: everybody,
    params: { token },
    body: {
      ...{ resume, versionId: id, answers, language: 'zh', consent: true },
      trace: { seconds: 90, pages: [90], pasted: 0, device: 'x' },
    },
  },
  { endpoint: runs.uploadToRun, may: everybody, params: { token, field: 'photo' }, query: { resume }, body: {} },
  { endpoint: distributions.declineInvitation, may: everybody, params: { token } },
];
