import { m } from '../../../paraglide/messages.js';
import type { DraftTest } from './rules-draft.ts';

export const fieldWords: Readonly<Record<DraftTest['field'], () => string>> = {
  annualValue: m.customers_field_annual_value,
  kind: m.customers_field_kind,
  since: m.customers_field_since,
  attribute: m.customers_field_attribute,
};

export const opWords: Readonly<Record<DraftTest['op'], () => string>> = {
  '>=': m.customers_op_ge,
  '>': m.customers_op_gt,
  '<=': m.customers_op_le,
  '<': m.customers_op_lt,
  '==': m.customers_op_eq,
  '!=': m.customers_op_ne,
};
