import { agreementKind, type Agreement } from '@zhiheng/contract/agreements/agreements';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { kindWords } from '../agreement-words.ts';
import type { AgreementsSearch } from '../agreements.search.ts';

interface Props {
  readonly search: AgreementsSearch;
  readonly onChange: (part: AgreementsSearch) => void;
}

export function AgreementsFilter({ search, onChange }: Props) {
  return (
    <FilterBar>
      <SearchField label={m.agreements_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Select<Agreement['kind'] | 'all'>
        aria-label={m.agreements_kind()}
        style={{ width: 180 }}
        value={search.kind ?? 'all'}
        onChange={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
        options={[
          { value: 'all', label: m.agreements_all_kinds() },
          ...agreementKind.options.map((value) => ({ value, label: kindWords[value]() })),
        ]}
      />
    </FilterBar>
  );
}
