import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { useMay } from '../../identity/index.ts';
import { accountOptionsQuery } from '../../subjects/index.ts';

interface Props {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (value: string[]) => void;
}

/** Chooses people; a form field of antd. */
export function ReviewersSelect({ id, value = [], onChange }: Props) {
  const may = useMay();
  const { data = [] } = useQuery(accountOptionsQuery(may('identity.read')));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={m.campaigns_nobody()}
      disabled={!may('identity.read')}
      value={value}
      options={data.map((account) => ({ value: account.id, label: account.name }))}
      onChange={(next: string[]) => onChange?.(next)}
    />
  );
}
