import { useQuery } from '@tanstack/react-query';
import { customerKind, customerOrder } from '@zhiheng/contract/customers/customer-kind';
import { Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useMay } from '../identity/index.ts';
import { kindWords, orderWords } from './customer-words.ts';
import { segmentRulesQuery } from './customers.query.ts';
import type { CustomersSearch } from './customers.search.ts';

interface Props {
  readonly search: CustomersSearch;
  readonly onChange: (part: CustomersSearch) => void;
}

export function CustomersFilter({ search, onChange }: Props) {
  const format = useFormat();
  const may = useMay();
  const segments = useQuery(segmentRulesQuery).data?.items ?? [];
  return (
    <FilterBar>
      <SearchField
        label={may('customers.personal') ? m.customers_search() : m.customers_search_masked()}
        value={search.q}
        onSearch={(q) => onChange({ q })}
      />
      <Select
        aria-label={m.customers_segment()}
        style={{ width: 180 }}
        value={search.segment ?? 'all'}
        onChange={(segment) => onChange({ segment: segment === 'all' ? undefined : segment })}
        options={[
          { value: 'all', label: m.customers_all_segments() },
          ...segments.map(({ segmentId, name }) => ({ value: segmentId, label: format.text(name) })),
          { value: 'none', label: m.customers_no_segment() },
        ]}
      />
      <Select<NonNullable<CustomersSearch['kind']> | 'all'>
        aria-label={m.customers_kind()}
        style={{ width: 130 }}
        value={search.kind ?? 'all'}
        onChange={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
        options={[
          { value: 'all', label: m.customers_all_kinds() },
          ...customerKind.options.map((kind) => ({ value: kind, label: kindWords[kind]() })),
        ]}
      />
      <Select
        aria-label={m.customers_order()}
        style={{ width: 180 }}
        value={search.order ?? 'name'}
        onChange={(order) => onChange({ order: order === 'name' ? undefined : order })}
        options={customerOrder.options.map((order) => ({ value: order, label: orderWords[order]() }))}
      />
    </FilterBar>
  );
}
