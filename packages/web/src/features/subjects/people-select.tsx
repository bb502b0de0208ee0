import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMay } from '../identity/index.ts';
import { accountOptionsQuery } from './account-options.query.ts';

interface Props {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (value: string[]) => void;
  readonly placeholder: string;
  readonly most?: number;
}

/** Chooses several people; a form field of antd. */
export function PeopleSelect({ id, value = [], onChange, placeholder, most }: Props) {
  const may = useMay();
  const { data = [] } = useQuery(accountOptionsQuery(may('identity.read')));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(most === undefined ? {} : { maxCount: most })}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={placeholder}
      disabled={!may('identity.read')}
      value={value}
      options={data.map((account) => ({ value: account.id, label: account.name }))}
      onChange={(next: string[]) => onChange?.(next)}
    />
  );
}
