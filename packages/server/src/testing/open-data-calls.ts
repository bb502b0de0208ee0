import * as biLogins from '@zhiheng/contract/open-data/bi-logins';
import * as openTables from '@zhiheng/contract/open-data/tables';
import * as tmf from '@zhiheng/contract/open-data/tmf';
import * as webhooks from '@zhiheng/contract/open-data/webhooks';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const managers = 'AQ';
const staff = 'AQSUTE';
const hook = { name: 'Warehouse', types: ['case.opened'] };

export const openDataFiles = { biLogins, openTables, tmf, webhooks };

/** Sample calls of open data. */
export const openDataCalls: readonly SampleCall[] = [
  { endpoint: webhooks.listWebhooks, may: managers },
  { endpoint: webhooks.createWebhook, may: managers, body: { ...hook, url: 'https://hook.invalid/in' } },
  { endpoint: webhooks.updateWebhook, may: managers, params: { id }, body: { ...hook, version: 1, state: 'off' } },
  { endpoint: webhooks.deleteWebhook, may: managers, params: { id } },
  { endpoint: webhooks.rotateWebhookSecret, may: managers, params: { id }, body: {} },
  { endpoint: webhooks.listWebhookDeliveries, may: managers, query: { webhook: id, state: 'failed', limit: '2' } },
  { endpoint: webhooks.readWebhookDelivery, may: managers, params: { id } },
  { endpoint: webhooks.replayWebhookDelivery, may: managers, params: { id }, body: {} },
  { endpoint: biLogins.listBiLogins, may: managers },
  { endpoint: biLogins.createBiLogin, may: managers, body: { name: 'Power BI' } },
  { endpoint: biLogins.rotateBiLogin, may: managers, params: { id }, body: {} },
  { endpoint: biLogins.revokeBiLogin, may: managers, params: { id } },
  { endpoint: openTables.listOpenTables, may: managers },
  {
    endpoint: openTables.exportOpenTable,
    may: managers,
    params: { table: 'service_case' },
    query: { format: 'csv', from: '2026-01-01T00:00:00Z' },
  },
  { endpoint: tmf.listTmfObjectives, may: staff, query: { offset: '1', limit: '2' } },
  { endpoint: tmf.listTmfViolations, may: staff, query: { 'date.gte': '2026-01-01T00:00:00Z', limit: '2' } },
  { endpoint: tmf.listTmfTickets, may: staff, query: { status: 'inProgress', limit: '2' } },
  { endpoint: tmf.getTmfTicket, may: staff, params: { id } },
];
