import type { AutomationAction } from '@zhiheng/contract/automation/automation';
import type { DomainEvent } from '../../platform/events/subscriber.ts';
import { AppError } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { givenFields } from '../../platform/changes-between.ts';
import { changeCase, emptyDraft, openCase, type TestedFacts } from '../cases/index.ts';
import { notify, type NoticeDraft } from '../notifications/index.ts';
import { fillText } from './fill-text.rules.ts';

interface Occasion {
  readonly runId: string;
  readonly ruleName: string;
  readonly event: DomainEvent;
  readonly values: TestedFacts['values'];
}

export interface Step {
  readonly action: AutomationAction['kind'];
  readonly result: string;
}

/** Does one action and says what it came to. */
export async function act(operation: Operation, occasion: Occasion, action: AutomationAction): Promise<Step> {
  return { action: action.kind, result: await resultOf(operation, occasion, action) };
}

async function resultOf(operation: Operation, occasion: Occasion, action: AutomationAction): Promise<string> {
  const { values } = occasion;
  switch (action.kind) {
    case 'change-case':
      return (await changeCase(operation, caseOf(occasion), givenFields(action.change))).join(',');
    case 'add-tags':
      await changeCase(operation, caseOf(occasion), { addTags: action.tags });
      return action.tags.join(', ');
    case 'add-note':
      await changeCase(operation, caseOf(occasion), { note: fillText(action.body, values) });
      return '';
    case 'notify':
      return String(await notify(operation, noticesOf(operation, occasion, action)));
    case 'open-case':
      return openAnother(operation, occasion, action);
    default:
      return action satisfies never;
  }
}

function caseOf({ event }: Occasion): string {
  if (event.entityKind !== 'case') throw new AppError(409, 'needs_case');
  return event.entityId;
}

function noticesOf({ now }: Operation, occasion: Occasion, action: Extract<AutomationAction, { kind: 'notify' }>): NoticeDraft[] {
  const { runId, ruleName, event, values } = occasion;
  const said = { kind: 'automation', key: `run/${runId}`, at: now, by: null, alert: false } as const;
  const entity = { kind: event.entityKind, id: event.entityId, label: event.label ?? '' };
  const params = { message: fillText(action.message, values), rule: ruleName };
  const recipients: NoticeDraft['to'][] = [...action.accountIds.map((accountId) => ({ accountId })), ...action.roles];
  return recipients.map((to) => ({ ...said, entity, params, to }));
}

async function openAnother(
  operation: Operation,
  { values }: Occasion,
  action: Extract<AutomationAction, { kind: 'open-case' }>,
): Promise<string> {
  const { type, priority, teamId } = action;
  const [subject, description] = [fillText(action.subject, values).slice(0, 300), fillText(action.description, values)];
  const { number } = await openCase(operation, { ...emptyDraft, type, priority, teamId, subject, description, openedAt: operation.now });
  return number;
}
