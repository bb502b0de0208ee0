import { fieldKind, fieldStudyState } from '@zhiheng/contract/fieldwork/fieldwork-kinds';
import { Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { subjectParts, usePartOptions } from '../../subjects/index.ts';
import { kindWords, optionsOf, orderWords, stateWords } from '../fieldwork-words.ts';
import { studyOrder, type StudiesSearch } from '../fieldwork.search.ts';

interface Props {
  readonly search: StudiesSearch;
  readonly onChange: (part: StudiesSearch) => void;
}

export function StudiesFilter({ search, onChange }: Props) {
  const format = useFormat();
  const { service } = usePartOptions();
  return (
    <FilterBar>
      <SearchField label={m.fieldwork_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Select
        aria-label={m.fieldwork_kind()}
        style={{ width: 150 }}
        allowClear
        placeholder={m.fieldwork_all_kinds()}
        value={search.kind ?? null}
        options={optionsOf(kindWords, fieldKind.options)}
        onChange={(kind) => onChange({ kind: kind ?? undefined })}
      />
      <Select
        aria-label={m.fieldwork_state()}
        style={{ width: 130 }}
        allowClear
        placeholder={m.fieldwork_all_states()}
        value={search.state ?? null}
        options={optionsOf(stateWords, fieldStudyState.options)}
        onChange={(state) => onChange({ state: state ?? undefined })}
      />
      <Select
        aria-label={subjectParts.service.label()}
        style={{ width: 170 }}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        placeholder={subjectParts.service.all()}
        value={search.serviceId ?? null}
        options={service.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        onChange={(serviceId) => onChange({ serviceId: serviceId ?? undefined })}
      />
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
