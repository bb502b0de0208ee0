import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useDelayed } from '../../../lib/use-delayed.ts';
import { m } from '../../../paraglide/messages.js';
import { foundCasesQuery } from '../cases.query.ts';

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  /** the case that looks for another one */
  readonly except: string;
}

/** Chooses another case by number or words; a form field of antd. */
export function CaseSelect({ id, value, onChange, except }: Props) {
  const [text, setText] = useState('');
  const { data, isFetching } = useQuery(foundCasesQuery(useDelayed(text.trim())));
  const rows = text.trim() === '' ? [] : (data?.items ?? []);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={m.cases_link_other_placeholder()}
      loading={isFetching}
      value={value ?? null}
      options={rows.filter((row) => row.id !== except).map((row) => ({ value: row.id, label: `${row.number} ${row.subject}` }))}
      onChange={(next: string | null) => (next === null ? undefined : onChange?.(next))}
    />
  );
}
