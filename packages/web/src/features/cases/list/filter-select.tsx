import { Select } from 'antd';

interface Props<V extends string | number> {
  readonly label: string;
  readonly value: readonly V[] | undefined;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V[] | undefined) => void;
}

/** Several values of one field are alternatives; none means all. */
export function FilterSelect<V extends string | number>({ label, value, options, onChange }: Props<V>) {
  return (
    <Select<V[]>
      mode="multiple"
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      maxTagCount={1}
      popupMatchSelectWidth={false}
      style={{ minWidth: 120 }}
      value={[...(value ?? [])]}
      options={[...options]}
      onChange={(next) => onChange(next.length === 0 ? undefined : next)}
    />
  );
}
