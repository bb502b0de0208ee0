import { serviceState, type ServiceState } from '@zhiheng/contract/catalog/service-state';
import { Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { serviceStateWords } from './service-state-badge.tsx';
import type { ServicesSearch } from './services.search.ts';

interface Props {
  readonly search: ServicesSearch;
  readonly onChange: (part: ServicesSearch) => void;
}

export function ServicesFilter({ search, onChange }: Props) {
  return (
    <FilterBar>
      <SearchField label={m.library_services_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Select<ServiceState | 'all'>
        aria-label={m.library_services_state()}
        style={{ width: 140 }}
        value={search.state ?? 'all'}
        onChange={(state) => onChange({ state: state === 'all' ? undefined : state })}
        options={[
          { value: 'all', label: m.library_services_all_states() },
          ...serviceState.options.map((state) => ({ value: state, label: serviceStateWords[state]() })),
        ]}
      />
    </FilterBar>
  );
}
