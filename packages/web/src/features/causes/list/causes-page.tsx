import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { causeMethod, type CauseMethod } from '@zhiheng/contract/causes/cause-tree';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import buttons from '../../../ui/link-button.module.css';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { methodWords } from '../cause-words.ts';
import { analysesQuery } from '../causes.query.ts';
import type { CausesSearch } from '../causes.search.ts';
import { AnalysesTable } from './analyses-table.tsx';

const route = getRouteApi('/app/causes');

/** Every analysis: of which finding, by which method, and how many of its causes the data speak for. */
export function CausesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(analysesQuery(search));
  const change = (part: CausesSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const isFiltered = search.q !== undefined || search.method !== undefined;
  const toFindings = (
    <Link to="/app/findings" className={buttons.plain}>
      {m.causes_to_findings()}
    </Link>
  );
  return (
    <>
      <PageHeader
        title={m.causes_title()}
        line={m.causes_line()}
        actions={
          <Link to="/app/service-failures" className={buttons.plain}>
            {m.causes_register()}
          </Link>
        }
      />
      <FilterBar>
        <SearchField label={m.causes_search()} value={search.q} onSearch={(q) => change({ q })} />
        <Select<CauseMethod | 'all'>
          aria-label={m.causes_method()}
          style={{ width: 160 }}
          value={search.method ?? 'all'}
          options={[
            { value: 'all', label: m.causes_all_methods() },
            ...causeMethod.options.map((method) => ({ value: method, label: methodWords[method]() })),
          ]}
          onChange={(method) => change({ method: method === 'all' ? undefined : method })}
        />
      </FilterBar>
      <QueryView
        query={query}
        skeleton={<Skeleton rows={6} height={40} />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={isFiltered ? { title: m.causes_none_found() } : { title: m.causes_none(), words: m.causes_none_text(), action: toFindings }}
      >
        {({ pages }) => (
          <>
            <AnalysesTable analyses={pages.flatMap(({ items }) => items)} />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
    </>
  );
}
