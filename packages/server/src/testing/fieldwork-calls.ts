import * as agreement from '@zhiheng/contract/fieldwork/agreement';
import * as codes from '@zhiheng/contract/fieldwork/codes';
import * as results from '@zhiheng/contract/fieldwork/results';
import * as sessions from '@zhiheng/contract/fieldwork/sessions';
import * as sheets from '@zhiheng/contract/fieldwork/sheets';
import * as studies from '@zhiheng/contract/fieldwork/studies';
import type { SampleCall } from './sample-calls.ts';

export const fieldworkFiles = {
  fieldAgreement: agreement,
  fieldCodes: codes,
  fieldResults: results,
  fieldSessions: sessions,
  fieldSheets: sheets,
  fieldStudies: studies,
};

const id = '0197d000-0000-7000-8000-000000000000';
const name = { zh: '名称', en: 'Name' };
const params = { id };
const readers = 'AQSUTE';
const writers = 'AQT';
const version = 1;
const plan = { name, purpose: name, serviceId: id, from: '2026-01-01', until: '2026-03-31', wanted: 12, raters: 2 };
const where = { place: 'Hall 2', serviceId: id, siteId: id, teamId: id, conductorId: id, raterIds: [id] };
const somebody = {
  ...{ id, label: 'P1', name: 'Li', contact: 'li@example.org', segmentId: id, customerId: id },
  ...{ consent: true, consentNote: '' },
};
const session = { startsAt: '2026-01-10T08:00:00Z', minutes: 60, ...where, participants: [somebody] };
const code = { parentId: id, name, meaning: name, position: 1 };
const place = { notesVersion: 1, start: 0, end: 4 };
const answers = { 'items.a': 4, seen: 'yes', said: 'x' };

/** Calls about fieldwork. */
export const fieldworkCalls: readonly SampleCall[] = [
  {
    endpoint: studies.listFieldStudies,
    may: readers,
    query: { q: 'a', kind: 'interview', state: 'open', serviceId: id, limit: '2' },
  },
  { endpoint: studies.getFieldStudy, may: readers, params },
  { endpoint: studies.createFieldStudy, may: writers, body: { ...plan, kind: 'mystery-visit', copyOf: id } },
  { endpoint: studies.saveFieldStudy, may: writers, params, body: { version, ...plan } },
  { endpoint: studies.publishGuide, may: writers, params, body: { version } },
  { endpoint: studies.getGuideVersion, may: readers, params: { id, number: '1' } },
  { endpoint: studies.closeFieldStudy, may: writers, params, body: { version, closed: true } },
  { endpoint: studies.deleteFieldStudy, may: writers, params },
  { endpoint: studies.listGuideTemplates, may: readers },
  { endpoint: studies.getGuideTemplate, may: readers, params: { code: 'no-such-guide' } },
  {
    endpoint: sessions.listFieldSessions,
    may: readers,
    query: {
      studyId: id,
      state: 'planned',
      person: 'me',
      toRate: 'true',
      siteId: id,
      teamId: id,
      from: '2026-01-01',
      until: '2026-12-31',
      limit: '2',
    },
  },
  { endpoint: sessions.getFieldSession, may: readers, params },
  { endpoint: sessions.createFieldSession, may: writers, params, body: session },
  { endpoint: sessions.updateFieldSession, may: writers, params, body: { version, ...session } },
  { endpoint: sessions.moveFieldSession, may: readers, params, body: { version, to: 'cancelled', reason: 'x' } },
  { endpoint: sessions.deleteFieldSession, may: writers, params },
  { endpoint: sessions.fieldSessionCalendar, may: readers, params },
  { endpoint: sessions.myFieldCalendar, may: readers },
  { endpoint: sessions.getFieldNotes, may: readers, params },
  { endpoint: sessions.saveFieldNotes, may: readers, params, body: { version, text: 'They waited.' } },
  { endpoint: sheets.listFieldSheets, may: readers, params },
  { endpoint: sheets.saveFieldSheet, may: readers, params, body: { version: 0, answers } },
  { endpoint: sheets.submitFieldSheet, may: readers, params, body: { version: 0, answers } },
  { endpoint: sheets.reopenFieldSheet, may: readers, params, body: { version, reason: 'x' } },
  { endpoint: sheets.exportFieldSheets, may: readers, params, query: { language: 'en' } },
  { endpoint: codes.listFieldCodes, may: readers, params },
  { endpoint: codes.createFieldCode, may: writers, params, body: code },
  { endpoint: codes.updateFieldCode, may: writers, params, body: { version, ...code } },
  { endpoint: codes.mergeFieldCode, may: writers, params, body: { version, into: id } },
  { endpoint: codes.deleteFieldCode, may: writers, params },
  {
    endpoint: codes.listFieldQuotes,
    may: readers,
    params,
    query: { sessionId: id, codeId: id, coderId: id, lost: 'true', q: 'a', limit: '2' },
  },
  { endpoint: codes.createFieldQuote, may: writers, params, body: { ...place, codeIds: [id], memo: '' } },
  { endpoint: codes.updateFieldQuote, may: writers, params, body: { version, ...place, codeIds: [id], memo: '' } },
  { endpoint: codes.deleteFieldQuote, may: writers, params },
  { endpoint: codes.sendFieldQuote, may: writers, params },
  { endpoint: codes.noteNeedOfQuote, may: writers, params, body: { kind: 'pain', name: 'Shorter queues', importance: 4 } },
  { endpoint: codes.getCodeMatrix, may: readers, params },
  { endpoint: codes.exportFieldQuotes, may: readers, params, query: { language: 'en' } },
  { endpoint: agreement.getRaterAgreement, may: readers, params },
  { endpoint: agreement.getCoderAgreement, may: readers, params },
  {
    endpoint: results.getFieldResults,
    may: readers,
    params,
    query: { from: '2026-01-01', until: '2026-03-31', siteId: id, teamId: id, serviceId: id },
  },
];
