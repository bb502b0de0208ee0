import * as assignment from '@zhiheng/contract/cases/assignment';
import * as automation from '@zhiheng/contract/automation/automation';
import * as channels from '@zhiheng/contract/notifications/channels';
import * as notifications from '@zhiheng/contract/notifications/notifications';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const staff = 'AQSUTE';
const anySignedIn = 'AQSUTEC';
const managers = 'AQ';

const tests = [
  { op: 'is', field: 'type', values: ['complaint'] },
  { op: 'contains', field: 'subject', values: ['vip'] },
  { op: 'at-least', field: 'custom.floor', value: 3 },
  { op: 'changed', field: 'priority' },
];
const assignmentRule = {
  ...{ id, name: 'VIP', active: true, tests, teamId: null, person: { kind: 'nobody' }, priority: 'p2', tags: ['vip'], goOn: true },
};

const wish = { app: true, mail: false };
const channelFields = { name: 'Room', language: 'en', kinds: ['breached'], choosable: true, active: true };
const kinds = Object.fromEntries(notifications.notificationKind.options.map((kind) => [kind, wish]));

const readers = 'AQUTE';
const definition = {
  ...{ eventTypes: ['case.opened', 'case.changed'], tests, delayMinutes: 5 },
  actions: [
    {
      kind: 'change-case',
      change: { status: 'open', priority: 'p1', severity: 'major', categoryId: null, teamId: null, assigneeId: null },
    },
    { kind: 'add-tags', tags: ['vip'] },
    { kind: 'add-note', body: '{number}' },
    { kind: 'notify', roles: ['assignee'], accountIds: [], message: '{subject}' },
    { kind: 'open-case', type: 'request', subject: '{subject}', description: '', priority: 'p3', teamId: null },
  ],
};

export const automationFiles = { assignment, automation, channels, notifications };

/** Sample calls of assignment by rule, automation and notifications. */
export const automationCalls: readonly SampleCall[] = [
  { endpoint: assignment.listAssignmentRules, may: staff },
  { endpoint: assignment.tryAssignmentRules, may: managers, body: { items: [assignmentRule] } },
  { endpoint: assignment.setAssignmentRules, may: managers, body: { version: 99, items: [assignmentRule] } },

  { endpoint: automation.listAutomationRules, may: readers },
  { endpoint: automation.getAutomationRule, may: readers, params: { id } },
  { endpoint: automation.createAutomationRule, may: managers, body: { name: 'VIP', definition } },
  { endpoint: automation.updateAutomationRule, may: managers, params: { id }, body: { version: 1, name: 'VIP', active: true, definition } },
  { endpoint: automation.deleteAutomationRule, may: managers, params: { id } },
  { endpoint: automation.orderAutomationRules, may: managers, body: { ids: [id] } },
  { endpoint: automation.listAutomationVersions, may: readers, params: { id } },
  { endpoint: automation.listAutomationRuns, may: readers, query: { ruleId: id, state: 'done', limit: '2' } },
  { endpoint: automation.tryAutomation, may: managers, body: { definition, last: 10 } },

  { endpoint: notifications.listNotifications, may: anySignedIn, query: { unread: 'true', limit: '2' } },
  { endpoint: notifications.countNotifications, may: anySignedIn },
  { endpoint: notifications.readNotifications, may: anySignedIn, body: { ids: [id] } },
  { endpoint: notifications.getNotificationSettings, may: anySignedIn },
  { endpoint: notifications.setNotificationSettings, may: anySignedIn, body: { kinds, digestHour: 8, timeZone: 'Asia/Shanghai' } },
  { endpoint: channels.listChannels, may: managers },
  {
    endpoint: channels.createChannel,
    may: managers,
    body: { ...channelFields, kind: 'wecom', url: 'https://robot.invalid/send?key=k', secret: null },
  },
  { endpoint: channels.updateChannel, may: managers, params: { id }, body: { ...channelFields, version: 1, secret: null } },
  { endpoint: channels.testChannel, may: managers, params: { id }, body: {} },
  { endpoint: channels.deleteChannel, may: managers, params: { id } },
  { endpoint: channels.listDeliveries, may: managers, query: { channel: id, state: 'failed', limit: '2' } },
  { endpoint: channels.retryDelivery, may: managers, params: { id }, body: {} },
];
