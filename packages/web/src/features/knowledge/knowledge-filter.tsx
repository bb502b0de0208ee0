import { useQuery } from '@tanstack/react-query';
import { articleState, type ArticleState } from '@zhiheng/contract/knowledge/article-state';
import { Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useMay } from '../identity/index.ts';
import { serviceOptionsQuery } from '../subjects/index.ts';
import { stateWords } from './article-words.tsx';
import type { KnowledgeSearch } from './knowledge.search.ts';

interface Props {
  readonly search: KnowledgeSearch;
  readonly onChange: (part: KnowledgeSearch) => void;
}

export function KnowledgeFilter({ search, onChange }: Props) {
  const format = useFormat();
  const may = useMay();
  const services = useQuery({ ...serviceOptionsQuery, enabled: may('catalog.read') });
  // Readers see no drafts.
  const states = articleState.options.filter((state) => state !== 'draft' || may('knowledge.write'));
  return (
    <FilterBar>
      <SearchField label={m.knowledge_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Select
        aria-label={m.knowledge_service()}
        style={{ width: 200 }}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={m.knowledge_all_services()}
        value={search.service ?? null}
        loading={services.isPending && services.isEnabled}
        options={(services.data ?? []).map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        onChange={(service: string | null | undefined) => onChange({ service: service ?? undefined })}
      />
      <Select<ArticleState | 'all'>
        aria-label={m.knowledge_state()}
        style={{ width: 140 }}
        value={search.state ?? 'all'}
        options={[
          { value: 'all', label: m.knowledge_all_states() },
          ...states.map((state) => ({ value: state, label: stateWords[state]() })),
        ]}
        onChange={(state) => onChange({ state: state === 'all' ? undefined : state })}
      />
    </FilterBar>
  );
}
