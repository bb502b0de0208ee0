import type { ServiceCase } from '@zhiheng/contract/cases/case';
import type { CaseField, CaseFieldKind } from '@zhiheng/contract/cases/fields';
import type { Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';

export type CustomValue = ServiceCase['custom'][string];

export const fieldKindWords = {
  text: m.cases_field_kind_text,
  number: m.cases_field_kind_number,
  date: m.cases_field_kind_date,
  choice: m.cases_field_kind_choice,
  several: m.cases_field_kind_several,
  'yes-no': m.cases_field_kind_yes_no,
} as const satisfies Record<CaseFieldKind, () => string>;

export const yesNoOptions = () => [
  { value: 'true', label: m.cases_field_yes() },
  { value: 'false', label: m.cases_field_no() },
];

/** A value as a person reads it. An option that is gone shows its code. */
export function customWords(field: CaseField | undefined, value: CustomValue, format: Format): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? m.cases_field_yes() : m.cases_field_no();
  if (typeof value === 'number') return String(value);
  const optionWord = (code: string) => {
    const option = field?.options.find((one) => one.code === code);
    return option === undefined ? code : format.text(option.name);
  };
  return Array.isArray(value) ? format.list(value.map(optionWord)) : optionWord(value);
}
