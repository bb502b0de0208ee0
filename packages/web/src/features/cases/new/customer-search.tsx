import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { useDelayed } from '../../../lib/use-delayed.ts';
import { m } from '../../../paraglide/messages.js';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { foundCustomersQuery, type FoundCustomer } from './customers.query.ts';

interface Props {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  /** the customer chosen, so that the contact can be filled in */
  readonly onFound?: (customer: FoundCustomer) => void;
  /** who it is so far */
  readonly start?: { readonly id: string; readonly name: string };
}

/** Finds who calls: the number as it is read from the telephone, or a name. */
export function CustomerSearch({ id, value, onChange, onFound, start }: Props) {
  const format = useFormat();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<FoundCustomer | null>(null);
  // People read numbers with spaces and hyphens.
  const asked = useDelayed(/^[\d\s+()-]+$/.test(text) ? text.replaceAll(/[\s()-]/g, '') : text.trim());
  const { data = [], isFetching } = useQuery(foundCustomersQuery(asked));
  const found = text.trim().length > 1 ? data : [];
  const shown = chosen === null || found.some((one) => one.id === chosen.id) ? found : [chosen, ...found];
  const choose = (next: string | null | undefined) => {
    const customer = shown.find((one) => one.id === next) ?? null;
    setChosen(customer);
    onChange?.(customer?.id ?? null);
    if (customer !== null) onFound?.(customer);
  };
  const options = [
    ...startOption(start, shown),
    ...shown.map((one) => ({ value: one.id, label: one.name, about: aboutCustomer(one, format) })),
  ];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      placeholder={m.cases_new_find()}
      loading={isFetching}
      notFoundContent={text.trim().length > 1 && !isFetching ? m.cases_new_find_none() : null}
      value={value ?? null}
      options={options}
      optionRender={({ label, data: option }) => <TwoLines first={label} second={option.about} />}
      onChange={choose}
    />
  );
}

const startOption = (start: Props['start'], shown: readonly FoundCustomer[]) =>
  start === undefined || shown.some(({ id }) => id === start.id) ? [] : [{ value: start.id, label: start.name, about: '' }];

/** What tells people of one name apart. */
function aboutCustomer({ phone, code, segmentName, openCases }: FoundCustomer, format: Format): string {
  const segment = segmentName === null ? '' : format.text(segmentName);
  const open = openCases === 0 ? '' : m.cases_new_open_cases({ n: format.number(openCases) });
  return [phone, code, segment, open].filter((part) => part !== '').join(' · ');
}
