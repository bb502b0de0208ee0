import * as assignment from '@zhiheng/contract/cases/assignment';
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
const kinds = Object.fromEntries(notifications.notificationKind.options.map((kind) => [kind, wish]));

export const automationFiles = { assignment, notifications };

/** Sample calls of assignment by rule and notifications. */
export const automationCalls: readonly SampleCall[] = [
  { endpoint: assignment.listAssignmentRules, may: staff },
  { endpoint: assignment.tryAssignmentRules, may: managers, body: { items: [assignmentRule] } },
  { endpoint: assignment.setAssignmentRules, may: managers, body: { version: 99, items: [assignmentRule] } },

  { endpoint: notifications.listNotifications, may: anySignedIn, query: { unread: 'true', limit: '2' } },
  { endpoint: notifications.countNotifications, may: anySignedIn },
  { endpoint: notifications.readNotifications, may: anySignedIn, body: { ids: [id] } },
  { endpoint: notifications.getNotificationSettings, may: anySignedIn },
  { endpoint: notifications.setNotificationSettings, may: anySignedIn, body: { kinds, digestHour: 8, timeZone: 'Asia/Shanghai' } },
];
