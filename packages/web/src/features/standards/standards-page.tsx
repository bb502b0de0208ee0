import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { clauseKind, standardState, type ClauseKind, type StandardState } from '@zhiheng/contract/standards/standard-kind';
import { Button, Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { NewStandardDialog } from './new-standard-dialog.tsx';
import { kindWords, stateWords } from './standard-words.ts';
import { StandardsTable } from './standards-table.tsx';
import { standardsQuery } from './standards.query.ts';
import type { StandardsSearch } from './standards.search.ts';

const route = getRouteApi('/app/standards');

/** What the organisation promises its customers, and what of it is tested. */
export function StandardsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(standardsQuery(search));
  const change = (part: StandardsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const add = <NewButton onClick={() => change({ edit: 'new' })} />;
  const isFiltered = search.q !== undefined || search.state !== undefined || search.kind !== undefined;
  return (
    <>
      <PageHeader title={m.standards_title()} line={m.standards_line()} actions={add} />
      <Filter search={search} onChange={change} />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={6} height={40} />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          isFiltered ? { title: m.standards_none_found() } : { title: m.standards_none(), words: m.standards_none_text(), action: add }
        }
      >
        {({ pages }) => (
          <>
            <StandardsTable standards={pages.flatMap(({ items }) => items)} />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
      {search.edit === 'new' ? <NewStandardDialog onClose={() => change({ edit: undefined })} /> : null}
    </>
  );
}

function NewButton({ onClick }: { readonly onClick: () => void }) {
  const may = useMay();
  if (!may('standards.write')) return null;
  return (
    <Button type="primary" onClick={onClick}>
      {m.standards_new()}
    </Button>
  );
}

interface FilterProps {
  readonly search: StandardsSearch;
  readonly onChange: (part: StandardsSearch) => void;
}

function Filter({ search, onChange }: FilterProps) {
  return (
    <FilterBar>
      <SearchField label={m.standards_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Select<StandardState | 'all'>
        aria-label={m.standards_state()}
        style={{ width: 140 }}
        value={search.state ?? 'all'}
        options={[
          { value: 'all', label: m.standards_all_states() },
          ...standardState.options.map((state) => ({ value: state, label: stateWords[state]() })),
        ]}
        onChange={(state) => onChange({ state: state === 'all' ? undefined : state })}
      />
      <Select<ClauseKind | 'all'>
        aria-label={m.standards_kind()}
        style={{ width: 140 }}
        value={search.kind ?? 'all'}
        options={[
          { value: 'all', label: m.standards_all_kinds() },
          ...clauseKind.options.map((kind) => ({ value: kind, label: kindWords[kind]() })),
        ]}
        onChange={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
      />
    </FilterBar>
  );
}
