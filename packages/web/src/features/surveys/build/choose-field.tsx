import { Select } from 'antd';
import { Labelled } from '../../../ui/labelled.tsx';
import { useBuilder } from './builder-context.ts';

interface Props<V extends string> {
  readonly label: string;
  readonly help?: string;
  readonly value: V | null;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

export function ChooseField<V extends string>({ label, help, value, options, onChange }: Props<V>) {
  const { readOnly } = useBuilder();
  return (
    <Labelled label={label} help={help}>
      {(id) => (
        <Select<V>
          id={id}
          disabled={readOnly}
          popupMatchSelectWidth={false}
          style={{ minWidth: 140, maxWidth: 420 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          options={[...options]}
          onChange={onChange}
        />
      )}
    </Labelled>
  );
}
