import type { RuleTest } from '@zhiheng/contract/cases/rule-test';
import type { Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import type { Op, Value } from './draft-test.ts';
import type { RuleField } from './use-rule-fields.ts';

export const opWords = {
  is: m.automation_op_is,
  'is-not': m.automation_op_is_not,
  contains: m.automation_op_contains,
  'at-least': m.automation_op_at_least,
  'at-most': m.automation_op_at_most,
  changed: m.automation_op_changed,
} as const satisfies Record<Op, () => string>;

export const valueLabel = (field: RuleField | undefined, value: Value): string => {
  if (value === null) return m.automation_value_none();
  return field?.options.find((option) => option.value === value)?.label ?? String(value);
};

/** `类型 是 投诉、不良事件`. */
export function testWords(test: RuleTest, fields: readonly RuleField[], format: Format): string {
  const field = fields.find((one) => one.field === test.field);
  const label = field?.label ?? test.field;
  const op = opWords[test.op]();
  if (test.op === 'changed') return `${label} ${op}`;
  if ('value' in test) return `${label} ${op} ${format.number(test.value)}`;
  return `${label} ${op} ${test.values.map((value) => valueLabel(field, value)).join(m.automation_or())}`;
}
