import { Select } from 'antd';
import { fieldName, fieldsOf, type Field } from '@zhiheng/forms/fields';
import type { Form } from '@zhiheng/forms/definition';
import { Labelled } from '../../../../ui/labelled.tsx';
import { useBuilder } from '../builder-context.ts';
import { questionNumber } from '../part-words.ts';

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** The fields of some kinds, by number and words. */
export const fieldOptions = (form: Form, language: string, kinds: readonly Field['kind'][]): FieldOption[] =>
  fieldsOf(form)
    .filter(({ kind }) => kinds.includes(kind))
    .map((field) => ({ value: field.key, label: `${questionNumber(form, field.question)} ${fieldName(form, field, language)}` }));

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly kinds?: readonly Field['kind'][];
  readonly onChange: (value: string) => void;
}

const scales: readonly Field['kind'][] = ['scale'];

/** One field of the form. */
export function FieldField({ label, value, kinds = scales, onChange }: FieldProps) {
  const { form, language, readOnly } = useBuilder();
  return (
    <Labelled label={label}>
      {(id) => (
        <Select
          id={id}
          disabled={readOnly}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          options={fieldOptions(form, language, kinds)}
          onChange={onChange}
        />
      )}
    </Labelled>
  );
}

interface FieldsProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly kinds?: readonly Field['kind'][];
  readonly onChange: (value: string[]) => void;
}

/** Some fields of the form, at least one, in the order in which they are asked. */
export function FieldsField({ label, value, kinds = scales, onChange }: FieldsProps) {
  const { form, language, readOnly } = useBuilder();
  const options = fieldOptions(form, language, kinds);
  const order = options.map((option) => option.value);
  const choose = (chosen: string[]) => {
    if (chosen.length > 0) onChange(chosen.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
  };
  return (
    <Labelled label={label}>
      {(id) => (
        <Select<string[]>
          id={id}
          mode="multiple"
          disabled={readOnly}
          maxCount={80}
          showSearch={{ optionFilterProp: 'label' }}
          value={[...value]}
          options={options}
          onChange={choose}
        />
      )}
    </Labelled>
  );
}
