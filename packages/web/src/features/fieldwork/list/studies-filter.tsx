import { fieldKind, fieldStudyState } from '@zhiheng/contract/fieldwork/fieldwork-kinds';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { kindWords, optionsOf, orderWords, stateWords } from '../fieldwork-words.ts';
import { studyOrder, type StudiesSearch } from '../fieldwork.search.ts';
import { ChoiceFilter, PartFilter } from '../filter-selects.tsx';

interface Props {
  readonly search: StudiesSearch;
  readonly onChange: (part: StudiesSearch) => void;
}

export function StudiesFilter({ search, onChange }: Props) {
  return (
    <FilterBar>
      <SearchField label={m.fieldwork_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <ChoiceFilter
        label={m.fieldwork_kind()}
        all={m.fieldwork_all_kinds()}
        value={search.kind}
        options={optionsOf(kindWords, fieldKind.options)}
        onChange={(kind) => onChange({ kind })}
      />
      <ChoiceFilter
        label={m.fieldwork_state()}
        all={m.fieldwork_all_states()}
        width={130}
        value={search.state}
        options={optionsOf(stateWords, fieldStudyState.options)}
        onChange={(state) => onChange({ state })}
      />
      <PartFilter part="service" value={search.serviceId} onChange={(serviceId) => onChange({ serviceId })} />
      <Select
        aria-label={m.fieldwork_order()}
        style={{ width: 150 }}
        value={search.order ?? 'changed'}
        options={optionsOf(orderWords, studyOrder.options)}
        onChange={(order) => onChange({ order: order === 'changed' ? undefined : order })}
      />
    </FilterBar>
  );
}
