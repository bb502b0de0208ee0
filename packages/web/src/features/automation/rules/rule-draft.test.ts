import { expect, it } from 'vitest';
import type { AutomationDefinition } from '@zhiheng/contract/automation/automation';
import { definitionOf, draftOf, emptyDraft, newAction } from './rule-draft.ts';

const definition: AutomationDefinition = {
  eventTypes: ['case.opened', 'case.changed'],
  tests: [{ op: 'is', field: 'type', values: ['complaint'] }],
  actions: [
    { kind: 'change-case', change: { teamId: null } },
    { kind: 'notify', roles: ['team-lead'], accountIds: [], message: '{number}' },
  ],
  delayMinutes: 15,
};

it('what was read is sent back the same', () => {
  expect(definitionOf(draftOf('Rule', definition))).toEqual(definition);
});

it('a rule without action, or with one that says nothing, is not complete', () => {
  expect(definitionOf(emptyDraft)).toBeNull();
  const whole = draftOf('Rule', definition);
  for (const kind of ['change-case', 'add-tags', 'add-note', 'notify', 'open-case'] as const)
    expect(definitionOf({ ...whole, actions: [...whole.actions, newAction(kind)] })).toBeNull();
  expect(definitionOf({ ...whole, eventTypes: [] })).toBeNull();
});
