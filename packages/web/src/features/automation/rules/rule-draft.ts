import type { AutomationAction, AutomationDefinition } from '@zhiheng/contract/automation/automation';
import type { EventType } from '@zhiheng/contract/events';
import { draftTest, nextKey, testsOf, type DraftTest } from '../tests/draft-test.ts';

export interface DraftAction {
  readonly key: number;
  readonly action: AutomationAction;
}

export interface Draft {
  readonly name: string;
  readonly eventTypes: readonly EventType[];
  readonly tests: readonly DraftTest[];
  readonly actions: readonly DraftAction[];
  readonly delayMinutes: number;
}

export const emptyDraft: Draft = { name: '', eventTypes: ['case.opened'], tests: [], actions: [], delayMinutes: 0 };

export const draftOf = (name: string, definition: AutomationDefinition): Draft => ({
  ...definition,
  name,
  tests: definition.tests.map(draftTest),
  actions: definition.actions.map((action) => ({ key: nextKey(), action })),
});

const fresh: { readonly [K in AutomationAction['kind']]: Extract<AutomationAction, { kind: K }> } = {
  'change-case': { kind: 'change-case', change: {} },
  'add-tags': { kind: 'add-tags', tags: [] },
  'add-note': { kind: 'add-note', body: '' },
  notify: { kind: 'notify', roles: [], accountIds: [], message: '' },
  'open-case': { kind: 'open-case', type: 'request', subject: '', description: '', priority: 'p3', teamId: null },
};

export const newAction = (kind: AutomationAction['kind']): DraftAction => ({ key: nextKey(), action: fresh[kind] });

/** Whether an action says enough to be done. */
export function isComplete(action: AutomationAction): boolean {
  switch (action.kind) {
    case 'change-case':
      return Object.keys(action.change).length > 0;
    case 'add-tags':
      return action.tags.length > 0;
    case 'add-note':
      return action.body.trim() !== '';
    case 'notify':
      return action.message.trim() !== '' && action.roles.length + action.accountIds.length > 0;
    case 'open-case':
      return action.subject.trim() !== '';
    default:
      return action satisfies never;
  }
}

/** The rule as it is sent; null while something is missing. */
export function definitionOf({ eventTypes, tests, actions, delayMinutes }: Draft): AutomationDefinition | null {
  const complete = testsOf(tests);
  if (complete === null || eventTypes.length === 0 || actions.length === 0) return null;
  if (!actions.every(({ action }) => isComplete(action))) return null;
  return { eventTypes: [...eventTypes], tests: complete, actions: actions.map(({ action }) => action), delayMinutes };
}
