import { caseStatus, caseType, priority } from '@zhiheng/contract/cases/case';
import { caseOrder } from '@zhiheng/contract/cases/cases';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState, type Ref } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { usePartOptions } from '../../subjects/index.ts';
import { categoriesQuery, tagsQuery } from '../cases.query.ts';
import { usePeople } from '../people/use-people.ts';
import { optionsOf, priorityWords, statusWords, typeWords } from '../words/case-words.ts';
import { isNarrowed, ownViews, type CasesSearch } from './cases.search.ts';
import { CustomFilters } from './custom-filters.tsx';
import { FilterSelect } from './filter-select.tsx';
import { orderWords } from './order-words.ts';

interface Props {
  readonly search: CasesSearch;
  readonly onChange: (part: CasesSearch) => void;
  readonly onReplace: (search: CasesSearch) => void;
  readonly ref: Ref<HTMLDivElement>;
}

const dueWords = { overdue: m.cases_due_overdue, soon: m.cases_due_soon, today: m.cases_due_today, none: m.cases_due_none };

export function CaseFilters({ search, onChange, onReplace, ref }: Props) {
  const people = usePeople();
  const hidden = [search.serviceId, search.categoryId, search.teamId, search.tag, search.rating, search.custom].some(
    (value) => value !== undefined,
  );
  const [more, setMore] = useState(hidden);
  const { view } = search;
  const tab: CasesSearch = Object.values(ownViews).find((own) => 'view' in own && own.view === view) ?? {};
  const assignees = [{ value: 'nobody', label: m.cases_nobody() }, ...people.slice(1).map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <div ref={ref}>
      <FilterBar>
        <SearchField label={m.cases_search()} value={search.q} onSearch={(q) => onChange({ q })} />
        <FilterSelect
          label={m.cases_filter_type()}
          value={search.type}
          options={optionsOf(typeWords, caseType.options)}
          onChange={(type) => onChange({ type })}
        />
        <FilterSelect
          label={m.cases_filter_priority()}
          value={search.priority}
          options={optionsOf(priorityWords, priority.options)}
          onChange={(one) => onChange({ priority: one })}
        />
        <FilterSelect
          label={m.cases_filter_status()}
          value={search.status}
          options={optionsOf(statusWords, caseStatus.options)}
          onChange={(status) => onChange({ status })}
        />
        <FilterSelect
          label={m.cases_filter_assignee()}
          value={search.assigneeId}
          options={[{ value: 'me', label: people[0]?.name ?? '' }, ...assignees]}
          onChange={(assigneeId) => onChange({ assigneeId })}
        />
        <Select
          aria-label={m.cases_filter_due()}
          placeholder={m.cases_filter_due()}
          allowClear
          style={{ minWidth: 132 }}
          value={search.due ?? null}
          options={Object.entries(dueWords).map(([value, word]) => ({ value, label: word() }))}
          onChange={(due: CasesSearch['due'] | null) => onChange({ due: due ?? undefined })}
        />
        <Select
          aria-label={m.cases_order()}
          style={{ minWidth: 120 }}
          value={search.order ?? 'due'}
          options={optionsOf(orderWords, caseOrder.options)}
          onChange={(order) => onChange({ order: order === 'due' ? undefined : order })}
        />
        <Button type="text" aria-expanded={more} onClick={() => setMore(!more)}>
          {m.cases_filter_more()}
        </Button>
        {isNarrowed(search) ? (
          <Button type="link" onClick={() => onReplace({ ...tab, view })}>
            {m.cases_filter_clear()}
          </Button>
        ) : null}
      </FilterBar>
      {more ? <MoreFilters search={search} onChange={onChange} /> : null}
    </div>
  );
}

const ratings = [1, 2, 3, 4, 5];

function MoreFilters({ search, onChange }: Pick<Props, 'search' | 'onChange'>) {
  const format = useFormat();
  const parts = usePartOptions();
  const { data: categories = [] } = useQuery(categoriesQuery);
  const { data: tags = [] } = useQuery(tagsQuery);
  const named = (options: readonly { id: string; name: { zh: string; en: string } }[]) =>
    options.map(({ id, name }) => ({ value: id, label: format.text(name) }));
  return (
    <FilterBar>
      <FilterSelect
        label={m.cases_filter_service()}
        value={search.serviceId}
        options={named(parts.service)}
        onChange={(serviceId) => onChange({ serviceId })}
      />
      <FilterSelect
        label={m.cases_filter_category()}
        value={search.categoryId}
        options={named(categories)}
        onChange={(categoryId) => onChange({ categoryId })}
      />
      <FilterSelect
        label={m.cases_filter_team()}
        value={search.teamId}
        options={named(parts.team)}
        onChange={(teamId) => onChange({ teamId })}
      />
      <FilterSelect
        label={m.cases_filter_tag()}
        value={search.tag}
        options={tags.map(({ tag, cases }) => ({ value: tag, label: `${tag} ${format.number(cases)}` }))}
        onChange={(tag) => onChange({ tag })}
      />
      <FilterSelect
        label={m.cases_fact_rating()}
        value={search.rating}
        options={ratings.map((n) => ({ value: n, label: m.cases_fact_rating_value({ n }) }))}
        onChange={(rating) => onChange({ rating })}
      />
      <CustomFilters custom={search.custom} onChange={(custom) => onChange({ custom })} />
    </FilterBar>
  );
}
