import * as agreements from '@zhiheng/contract/agreements/agreements';
import * as calendars from '@zhiheng/contract/agreements/calendars';
import * as deadlines from '@zhiheng/contract/agreements/moved-deadlines';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const name = { zh: '名称', en: 'Name' };
const staff = 'AQSUTE';

const calendarDefinition = {
  zone: 'Asia/Shanghai',
  week: [[{ from: '09:00', to: '18:00' }], [], [], [], [], [], []],
  makeUpHours: [{ from: '09:00', to: '18:00' }],
  overrides: [{ date: '2026-10-01', kind: 'public-holiday', name, spans: [{ from: '09:00', to: '12:00' }] }],
};
const solved = { kind: 'is', field: 'status', values: ['resolved'] };
const agreementDefinition = {
  ...{ calendarId: id, scope: { priority: ['p1'], service: [id] }, adoption: 'open-cases', closed: ['closed'] },
  targets: [
    {
      ...{
        kind: 'resolution',
        scope: { type: ['incident'] },
        goal: { kind: 'working-time', seconds: 3600 },
        start: { once: { kind: 'always' } },
      },
      pauses: [{ reason: 'customer', name, when: { kind: 'not', condition: solved }, until: { kind: 'all', conditions: [solved] } }],
      ...{
        stop: solved,
        cancel: { kind: 'never' },
        reset: { kind: 'changed', field: 'priority' },
        reopening: 'continue',
        recurring: false,
      },
      steps: [{ id: 'warn', name, at: { kind: 'percent', percent: 80 } }],
    },
  ],
  ...{ actions: [{ stepId: 'warn', notify: ['team'], raisePriority: true }], attainmentGoal: 95, reviewOn: '2027-01-01' },
  credit: { percentPerBreach: 5, monthlyCapPercent: 20 },
};
const exampleCase = { openedAt: '2026-11-20T09:00:00Z', fields: { service: id, type: 'incident', priority: 'p1' } };

/** Well-formed calls of agreements, calendars, suppliers and contracts. */
export const agreementCalls: readonly SampleCall[] = [
  { endpoint: calendars.listCalendars, may: staff },
  { endpoint: calendars.getCalendar, may: staff, params: { id } },
  { endpoint: calendars.createCalendar, may: 'AQ', body: { code: 'office', name, definition: calendarDefinition } },
  {
    endpoint: calendars.publishCalendar,
    may: 'AQ',
    params: { id },
    body: { version: 1, name, definition: calendarDefinition, note: 'summer' },
  },
  { endpoint: calendars.deleteCalendar, may: 'AQ', params: { id } },
  { endpoint: calendars.checkCalendarDefinition, may: staff, body: { definition: calendarDefinition } },
  { endpoint: calendars.publishedHolidays, may: staff, query: { country: 'CN', year: '2026' } },
  {
    endpoint: calendars.importICalendar,
    may: 'AQ',
    body: { text: 'BEGIN:VCALENDAR', zone: 'Asia/Shanghai', from: '2026-01-01', to: '2027-01-01' },
  },
  { endpoint: calendars.exportICalendar, may: staff, params: { id } },

  { endpoint: agreements.listAgreements, may: staff, query: { kind: 'sla', q: 'a' } },
  { endpoint: agreements.getAgreement, may: staff, params: { id } },
  {
    endpoint: agreements.createAgreement,
    may: 'AQ',
    body: { code: 'gold', name, kind: 'ola', teamId: id, supplierId: null, draft: agreementDefinition },
  },
  { endpoint: agreements.saveAgreementDraft, may: 'AQ', params: { id }, body: { revision: 1, name, draft: agreementDefinition } },
  { endpoint: agreements.publishAgreement, may: 'AQ', params: { id }, body: { revision: 1, effectiveFrom: '2026-01-01T00:00:00Z' } },
  { endpoint: agreements.deleteAgreement, may: 'AQ', params: { id } },
  {
    endpoint: agreements.previewAgreement,
    may: staff,
    body: { agreementId: id, kind: 'sla', definition: agreementDefinition, example: exampleCase },
  },
  { endpoint: agreements.chooseAgreement, may: staff, body: exampleCase },
  {
    endpoint: deadlines.previewMovedDeadlines,
    may: 'AQ',
    body: { change: { kind: 'agreement', agreementId: id, definition: agreementDefinition, effectiveFrom: '2026-01-01T00:00:00Z' } },
  },
  { endpoint: agreements.listSuppliers, may: staff },
  {
    endpoint: agreements.createSupplier,
    may: 'AQ',
    body: { code: 'carrier', name, contact: 'Li', email: 'li@example.org', phone: '010', note: 'x' },
  },
  { endpoint: agreements.updateSupplier, may: 'AQ', params: { id }, body: { version: 1, name } },
  { endpoint: agreements.deleteSupplier, may: 'AQ', params: { id } },
  { endpoint: agreements.listServiceContracts, may: staff, query: { customerId: id } },
  {
    endpoint: agreements.createServiceContract,
    may: 'AQ',
    body: {
      ...{ number: 'K-1', customerId: id, name: 'Maintenance', serviceIds: [id], validFrom: '2026-01-01', validTo: '2026-12-31' },
      ...{ monthlyPrice: 100, note: 'x' },
    },
  },
  {
    endpoint: agreements.updateServiceContract,
    may: 'AQ',
    params: { id },
    body: { version: 1, name: 'Maintenance', validFrom: '2026-01-01', validTo: null },
  },
  { endpoint: agreements.deleteServiceContract, may: 'AQ', params: { id } },
];
