import type { CaseType } from '@zhiheng/contract/cases/case';
import type { CaseField } from '@zhiheng/contract/cases/fields';
import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormPair } from '../../../ui/form-pair.tsx';
import { askedFields, useCustomFields } from './custom-fields.query.ts';
import { yesNoOptions } from './custom-words.ts';

/** The fields of the house that a case of this type has. */
export function CustomFields({ type }: { readonly type: CaseType }) {
  const format = useFormat();
  const fields = askedFields(useCustomFields(), type);
  if (fields.length === 0) return null;
  return (
    <FormPair>
      {fields.map((field) => (
        <Form.Item
          key={field.id}
          name={['custom', field.code]}
          label={format.text(field.name)}
          extra={format.text(field.help) || undefined}
          rules={field.required ? [{ required: true, message: m.cases_field_missing() }] : []}
        >
          {inputOf(field, format)}
        </Form.Item>
      ))}
    </FormPair>
  );
}

function inputOf({ kind, options, required }: CaseField, format: Format): ReactNode {
  const chosen = options.map(({ code, name }) => ({ value: code, label: format.text(name) }));
  const placeholder = required ? m.cases_field_choose() : m.cases_new_optional();
  switch (kind) {
    case 'text':
      return <Input maxLength={400} autoComplete="off" />;
    case 'number':
      return <InputNumber style={{ width: '100%' }} />;
    case 'date':
      return <Input type="date" />;
    case 'choice':
      return <Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={placeholder} options={chosen} />;
    case 'several':
      return <Select mode="multiple" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={placeholder} options={chosen} />;
    case 'yes-no':
      return <YesNoSelect placeholder={placeholder} />;
    default:
      return kind satisfies never;
  }
}

interface YesNoProps {
  readonly id?: string;
  readonly value?: boolean | null;
  readonly onChange?: (value: boolean | null) => void;
  readonly placeholder: string;
}

/** Yes, no, or not said; a form field of antd. */
function YesNoSelect({ id, value = null, onChange, placeholder }: YesNoProps) {
  return (
    <Select<string | null>
      {...(id === undefined ? {} : { id })}
      allowClear
      placeholder={placeholder}
      value={value === null ? null : String(value)}
      options={yesNoOptions()}
      onChange={(next: string | null | undefined) => onChange?.(next === null || next === undefined ? null : next === 'true')}
    />
  );
}
