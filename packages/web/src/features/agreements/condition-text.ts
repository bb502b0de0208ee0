import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';

export type Condition = AgreementDefinition['targets'][number]['stop'];
export type ConditionKind = Condition['kind'];
export type FieldValue = Extract<Condition, { kind: 'is' }>['values'][number];
export type Occurrence = Extract<Condition, { kind: 'happened' }>['what'];

export const occurrenceWords: Readonly<Record<Occurrence, () => string>> = {
  opened: m.agreements_happened_opened,
  'customer-message': m.agreements_happened_customer_message,
  'team-reply': m.agreements_happened_team_reply,
  'reply-not-needed': m.agreements_happened_reply_not_needed,
};

export const fieldText = (field: string): string => m.agreements_field({ code: field });
export const valueText = (value: FieldValue): string => m.agreements_value({ code: String(value) });

/** A condition as a sentence: `状态为 已解决、已关闭，或者 团队回复客户时`. */
export function conditionText(condition: Condition, format: Format): string {
  switch (condition.kind) {
    case 'always':
      return m.agreements_condition_always();
    case 'never':
      return m.agreements_condition_never();
    case 'is':
      return isText(condition, format);
    case 'happened':
      return occurrenceWords[condition.what]();
    case 'changed':
      return m.agreements_condition_changed({ field: fieldText(condition.field) });
    case 'not':
      return notText(condition.condition, format);
    case 'all':
    case 'any':
      return joined(condition, format);
    default:
      return condition satisfies never;
  }
}

function isText({ field, values }: Extract<Condition, { kind: 'is' }>, format: Format): string {
  if (values.length === 0) return m.agreements_condition_never();
  // 已答复 says more than 是否已答复 为 是.
  if (field === 'answered' && values.length === 1) return values[0] === true ? m.agreements_answered() : m.agreements_not_answered();
  return m.agreements_condition_is({ field: fieldText(field), values: format.list(values.map(valueText)) });
}

function notText(condition: Condition, format: Format): string {
  if (condition.kind !== 'is') return m.agreements_condition_not({ words: conditionText(condition, format) });
  return m.agreements_condition_is_not({ field: fieldText(condition.field), values: format.list(condition.values.map(valueText)) });
}

function joined({ kind, conditions }: Extract<Condition, { kind: 'all' | 'any' }>, format: Format): string {
  if (conditions.length === 0) return kind === 'all' ? m.agreements_condition_always() : m.agreements_condition_never();
  const parts = conditions.map((part) => {
    const words = conditionText(part, format);
    return (part.kind === 'all' || part.kind === 'any') && part.conditions.length > 1 && part.kind !== kind
      ? m.agreements_condition_group({ words })
      : words;
  });
  return parts.join(kind === 'all' ? m.agreements_join_and() : m.agreements_join_or());
}
