import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMay } from '../identity/index.ts';
import { accountOptionsQuery } from './account-options.query.ts';

interface Props {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  readonly placeholder: string;
}

/** Chooses a responsible person; a form field of antd. */
export function OwnerSelect({ id, value, onChange, placeholder }: Props) {
  const may = useMay();
  const { data } = useQuery(accountOptionsQuery(may('identity.read')));
  const options = (data ?? []).map((account) => ({ value: account.id, label: account.name }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={placeholder}
      disabled={!may('identity.read')}
      value={value ?? null}
      options={options}
      onChange={(next: string | null | undefined) => onChange?.(next ?? null)}
    />
  );
}
