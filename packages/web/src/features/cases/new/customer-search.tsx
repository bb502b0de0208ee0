import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { useDelayed } from '../../../lib/use-delayed.ts';
import { m } from '../../../paraglide/messages.js';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { foundCustomersQuery, type FoundCustomer } from './customers.query.ts';

interface Props {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  /** the customer chosen, so that the contact can be filled in */
  readonly onFound: (customer: FoundCustomer) => void;
}

/** Finds who calls: the number as it is read from the telephone, or a name. */
export function CustomerSearch({ id, value, onChange, onFound }: Props) {
  const format = useFormat();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<FoundCustomer | null>(null);
  // People read numbers with spaces and hyphens.
  const asked = useDelayed(/^[\d\s+()-]+$/.test(text) ? text.replaceAll(/[\s()-]/g, '') : text.trim());
  const { data = [], isFetching } = useQuery(foundCustomersQuery(asked));
  const found = text.trim().length > 1 ? data : [];
  const shown = chosen === null || found.some((one) => one.id === chosen.id) ? found : [chosen, ...found];
  const about = ({ phone, code, segmentName, openCases }: FoundCustomer) =>
    [
      phone,
      code,
      segmentName === null ? '' : format.text(segmentName),
      openCases === 0 ? '' : m.cases_new_open_cases({ n: format.number(openCases) }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  const choose = (next: string | null | undefined) => {
    const customer = shown.find((one) => one.id === next) ?? null;
    setChosen(customer);
    onChange?.(customer?.id ?? null);
    if (customer !== null) onFound(customer);
  };
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      placeholder={m.cases_new_find()}
      loading={isFetching}
      notFoundContent={text.trim().length > 1 && !isFetching ? m.cases_new_find_none() : null}
      value={value ?? null}
      options={shown.map((one) => ({ value: one.id, label: one.name, about: about(one) }))}
      optionRender={({ label, data: option }) => <TwoLines first={label} second={option.about} />}
      onChange={choose}
    />
  );
}
