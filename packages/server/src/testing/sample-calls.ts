import type { AnyEndpoint } from '@zhiheng/contract/endpoint';
import * as agreements from '@zhiheng/contract/agreements/agreements';
import * as calendars from '@zhiheng/contract/agreements/calendars';
import * as deadlines from '@zhiheng/contract/agreements/moved-deadlines';
import * as customers from '@zhiheng/contract/customers/customers';
import * as services from '@zhiheng/contract/catalog/services';
import * as accounts from '@zhiheng/contract/identity/accounts';
import * as own from '@zhiheng/contract/identity/sign-in';
import * as indicators from '@zhiheng/contract/measurement/indicators';
import * as organisation from '@zhiheng/contract/organisation/organisation';
import { agreementCalls } from './agreement-calls.ts';
import { automationCalls, automationFiles } from './automation-calls.ts';
import { monitoringCalls, monitoringFiles } from './monitoring-calls.ts';
import { caseCalls, caseFiles } from './case-calls.ts';
import { calls as caseImportCalls, files as caseImportFiles } from './case-import-calls.ts';
import { clockCalls, clockFiles } from './clock-calls.ts';
import { deskCalls } from './desk-calls.ts';
import { portalCalls, portalFiles } from './portal-calls.ts';
import { feedbackCalls, feedbackFiles } from './feedback-calls.ts';
import { campaignCalls, campaignFiles } from './campaign-calls.ts';
import { diagnosisCalls, diagnosisFiles } from './diagnosis-calls.ts';
import { findingCalls, findingFiles } from './finding-calls.ts';
import { improvementCalls, improvementFiles } from './improvement-calls.ts';
import { fieldworkCalls, fieldworkFiles } from './fieldwork-calls.ts';
import { mailCalls, mailFiles } from './mail-calls.ts';
import { causeCalls, causeFiles } from './cause-calls.ts';
import { standardCalls, standardFiles } from './standard-calls.ts';
import { reportCalls, reportFiles } from './report-calls.ts';
import { boardCalls, boardFiles } from './board-calls.ts';
import { openDataCalls, openDataFiles } from './open-data-calls.ts';
import { verificationCalls, verificationFiles } from './verification-calls.ts';
import { surveyCalls, surveyFiles } from './survey-calls.ts';
import { surveyResultCalls, surveyResultFiles } from './survey-result-calls.ts';

/** Contract files whose endpoints must all have a sample here. */
export const sampledFiles = {
  accounts,
  agreements,
  calendars,
  deadlines,
  customers,
  indicators,
  organisation,
  own,
  services,
  ...caseFiles,
  ...caseImportFiles,
  ...clockFiles,
  ...mailFiles,
  ...feedbackFiles,
  ...campaignFiles,
  ...diagnosisFiles,
  ...findingFiles,
  ...fieldworkFiles,
  ...improvementFiles,
  ...automationFiles,
  ...monitoringFiles,
  ...openDataFiles,
  ...boardFiles,
  ...portalFiles,
  ...causeFiles,
  ...standardFiles,
  ...surveyFiles,
  ...surveyResultFiles,
  ...verificationFiles,
  ...reportFiles,
};

/** A well-formed call of an endpoint, and the built-in roles that may make it. */
export interface SampleCall {
  readonly endpoint: AnyEndpoint;
  /** initials: Administrator, Quality manager, Service agent, aUditor, Team lead, Executive, Customer; 'everybody' needs no session */
  readonly may: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Named by no row: a permitted call finds nothing there. */
const id = '0197d000-0000-7000-8000-000000000000';
const token = 'x'.repeat(43);
const name = { zh: '名称', en: 'Name' };
const teams = { kind: 'teams' };
const code = 'no_such_indicator';
const limits = { target: 4, warning: 5, critical: 6 };

const everybody = 'everybody';
const anySignedIn = 'AQSUTEC';
const staff = 'AQSUTE';
/** Those who work on cases. */
const agents = 'AQST';

export const sampleCalls: readonly SampleCall[] = [
  { endpoint: own.signIn, may: everybody, body: { email: 'nobody@example.org', password: 'x', organisationId: id } },
  { endpoint: own.getMe, may: anySignedIn },
  { endpoint: own.updateMe, may: anySignedIn, body: { name: 'Someone', locale: 'zh', theme: 'dark' } },
  { endpoint: own.changePassword, may: anySignedIn, body: { current: 'not this one', next: 'long enough for all' } },
  { endpoint: own.listSessions, may: anySignedIn },
  { endpoint: own.endSession, may: anySignedIn, params: { id } },
  { endpoint: own.signOut, may: anySignedIn },

  { endpoint: accounts.listAccounts, may: 'AQUT', query: { q: 'a', state: 'active', limit: '2' } },
  {
    endpoint: accounts.inviteAccount,
    may: 'A',
    body: { email: 'eve@example.org', name: 'Eve', roles: ['customer'], teams: [{ teamId: id, lead: true }] },
  },
  {
    endpoint: accounts.updateAccount,
    may: 'A',
    params: { id },
    body: { name: 'Eve', roles: ['customer'], state: 'active', teams: [{ teamId: id, lead: true }] },
  },
  { endpoint: accounts.deleteAccount, may: 'A', params: { id } },
  { endpoint: accounts.createResetLink, may: 'A', params: { id } },
  { endpoint: accounts.readAccessLink, may: everybody, params: { token } },
  { endpoint: accounts.useAccessLink, may: everybody, params: { token }, body: { password: 'long enough for all', name: 'Eve' } },
  { endpoint: accounts.listRoles, may: 'AQUT' },
  { endpoint: accounts.createRole, may: 'A', body: { code: 'shift-lead', name, permissions: ['catalog.read'] } },
  { endpoint: accounts.updateRole, may: 'A', params: { id }, body: { name, permissions: ['catalog.read'] } },
  { endpoint: accounts.deleteRole, may: 'A', params: { id } },
  { endpoint: accounts.listApiKeys, may: 'A' },
  { endpoint: accounts.createApiKey, may: 'A', body: { name: 'script', role: 'auditor', expiresAt: '2999-01-01T00:00:00Z' } },
  { endpoint: accounts.revokeApiKey, may: 'A', params: { id } },

  { endpoint: organisation.getOrganisation, may: staff },
  { endpoint: organisation.updateOrganisation, may: 'A', body: { name: 'North', locale: 'en', timeZone: 'Asia/Shanghai' } },
  { endpoint: organisation.listUnits, may: staff, params: teams },
  { endpoint: organisation.createUnit, may: 'A', params: teams, body: { code: 'desk', name, parentId: null } },
  { endpoint: organisation.updateUnit, may: 'A', params: { ...teams, id }, body: { name, parentId: null } },
  { endpoint: organisation.deleteUnit, may: 'A', params: { ...teams, id } },
  {
    endpoint: organisation.listChanges,
    may: 'AQU',
    query: {
      limit: '2',
      entityKind: 'team',
      entityId: id,
      actorId: id,
      type: 'unit.created',
      from: '2020-01-01T00:00:00Z',
      to: '2999-01-01T00:00:00Z',
    },
  },

  { endpoint: customers.listCustomers, may: staff, query: { q: 'a', segmentId: id, kind: 'person', order: 'value', limit: '2' } },
  { endpoint: customers.getCustomer, may: staff, params: { id } },
  {
    endpoint: customers.createCustomer,
    may: agents,
    body: {
      ...{ code: 'K-1', kind: 'person', name: 'Li', email: 'li@example.org', phone: '138', address: 'x', language: 'en', segmentId: null },
      ...{ annualValue: 1, since: '2026-01-01', attributes: { city: 'x' }, note: 'x' },
      contacts: [{ name: 'Wu', role: 'x', email: 'x', phone: '1' }],
    },
  },
  { endpoint: customers.updateCustomer, may: agents, params: { id }, body: { version: 1, name: 'Li' } },
  { endpoint: customers.deleteCustomer, may: agents, params: { id } },
  { endpoint: customers.listSegmentRules, may: staff },
  {
    endpoint: customers.setSegmentRules,
    may: 'AQ',
    body: { items: [{ segmentId: id, level: 'high', tests: [{ field: 'annualValue', op: '>=', value: 1 }] }] },
  },
  {
    endpoint: customers.foreseeSegmentRules,
    may: staff,
    body: { items: [{ segmentId: id, level: 'high', tests: [{ field: 'annualValue', op: '>=', value: 1 }] }] },
  },
  { endpoint: customers.exportCustomers, may: agents },
  { endpoint: customers.importCustomers, may: agents, body: { text: 'code,kind,name\nK-2,person,Li', dryRun: true } },

  { endpoint: services.listServices, may: staff, query: { q: 'a', state: 'live' } },
  { endpoint: services.getService, may: staff, params: { id } },
  {
    endpoint: services.createService,
    may: 'AQ',
    body: {
      ...{ code: 'mail', name, type: 'support', description: name, customers: name, ownerId: null, teamId: null, channels: ['phone'] },
      ...{ state: 'live', parentId: null, dependsOn: [] },
    },
  },
  { endpoint: services.updateService, may: 'AQ', params: { id }, body: { version: 1, name } },
  { endpoint: services.deleteService, may: 'AQ', params: { id } },

  ...agreementCalls,

  { endpoint: indicators.listIndicators, may: staff, query: { q: 'a', dimension: 'safety', perspective: 'user', measure: 'share' } },
  { endpoint: indicators.getIndicator, may: staff, params: { code } },
  { endpoint: indicators.figureRecount, may: staff },
  {
    endpoint: indicators.createIndicator,
    may: 'AQ',
    body: {
      ...{
        code: 'waiting_time',
        name,
        definition: name,
        dimension: 'responsiveness',
        perspective: 'technical',
        measure: 'duration',
        unit: 'h',
      },
      ...{
        decimals: 2,
        direction: 'lower',
        aggregate: 'mean',
        period: 'month',
        formula: null,
        plausibleMin: 0,
        plausibleMax: 9,
        source: 'norm',
      },
      ...{ targetSource: name, ownerId: null, limits },
    },
  },
  { endpoint: indicators.updateIndicator, may: 'AQ', params: { code }, body: { version: 1, name } },
  { endpoint: indicators.setLimits, may: 'AQ', params: { code }, body: { ...limits, validFrom: '2026-01-01' } },
  {
    endpoint: indicators.addBenchmark,
    may: 'AQ',
    params: { code },
    body: { kind: 'own', value: 1, source: name, url: 'https://example.org', asOf: '2025-01-01' },
  },
  { endpoint: indicators.removeBenchmark, may: 'AQ', params: { id } },
  { endpoint: indicators.deleteIndicator, may: 'AQ', params: { code } },
  { endpoint: indicators.checkFormula, may: staff, body: { formula: '1 + 1', code } },

  ...caseCalls,
  ...caseImportCalls,
  ...clockCalls,
  ...mailCalls,
  ...openDataCalls,
  ...boardCalls,
  ...feedbackCalls,
  ...diagnosisCalls,
  ...findingCalls,
  ...fieldworkCalls,
  ...improvementCalls,
  ...verificationCalls,
  ...campaignCalls,
  ...automationCalls,
  ...deskCalls,
  ...monitoringCalls,
  ...portalCalls,
  ...causeCalls,
  ...standardCalls,
  ...surveyCalls,
  ...surveyResultCalls,
  ...reportCalls,
];

export const pathOf = ({ endpoint, params = {} }: Pick<SampleCall, 'endpoint' | 'params'>): string =>
  endpoint.path.replaceAll(/:(\w+)/g, (_all, param: string) => encodeURIComponent(params[param] ?? ''));
