import * as assignment from '@zhiheng/contract/cases/assignment';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const staff = 'AQSUTE';
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

export const automationFiles = { assignment };

/** Sample calls of assignment by rule. */
export const automationCalls: readonly SampleCall[] = [
  { endpoint: assignment.listAssignmentRules, may: staff },
  { endpoint: assignment.tryAssignmentRules, may: managers, body: { items: [assignmentRule] } },
  { endpoint: assignment.setAssignmentRules, may: managers, body: { version: 99, items: [assignmentRule] } },
];
