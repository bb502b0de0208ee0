import type { AutomationAction, AutomationDefinition } from '@zhiheng/contract/automation/automation';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { testWords } from '../tests/test-words.ts';
import { eventFields, useCaseFields } from '../tests/use-rule-fields.ts';

export const actionWords = {
  'change-case': m.automation_action_change,
  'add-tags': m.automation_action_tags,
  'add-note': m.automation_action_note,
  notify: m.automation_action_notify,
  'open-case': m.automation_action_open,
} as const satisfies Record<AutomationAction['kind'], () => string>;

/** `新工单 · 类型 是 投诉 → 修改工单、发送通知`. */
export function useRuleSentence(): (definition: AutomationDefinition) => string {
  const format = useFormat();
  const caseFields = useCaseFields();
  return ({ eventTypes, tests, actions }) => {
    const fields = [...caseFields, ...eventFields(eventTypes)];
    const when = eventTypes.map((type) => m.event_name({ type })).join(m.automation_or());
    const conditions = tests.map((test) => testWords(test, fields, format));
    return `${[when, ...conditions].join(' · ')} → ${format.list(actions.map(({ kind }) => actionWords[kind]()))}`;
  };
}
