import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { suggestionState, type SuggestionState } from '@zhiheng/contract/improvement/suggestion-kind';
import { Button, Checkbox, Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { LeadersCard } from './leaders-card.tsx';
import { NewSuggestionDialog } from './new-suggestion-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { SuggestionItem } from './suggestion-item.tsx';
import { stateWords } from './suggestion-words.ts';
import { suggestionsQuery } from './suggestions.query.ts';
import type { SuggestionsSearch } from './suggestions.search.ts';
import styles from './suggestions.module.css';

const route = getRouteApi('/app/suggestions');

/** What staff and customers would make better, and what became of it. */
export function SuggestionsPage() {
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(suggestionsQuery(search));
  const change = (part: SuggestionsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const close = () => change({ edit: undefined });
  const add = may('suggestions.write') ? (
    <Button type="primary" onClick={() => change({ edit: 'new' })}>
      {m.suggestions_new()}
    </Button>
  ) : undefined;
  const settings = may('suggestions.judge') ? (
    <Button onClick={() => change({ edit: 'settings' })}>{m.suggestions_settings()}</Button>
  ) : null;
  const isFiltered = search.q !== undefined || search.state !== undefined || search.mine === true;
  const none = { title: m.suggestions_none(), words: m.suggestions_none_text(), ...(add === undefined ? {} : { action: add }) };
  return (
    <>
      <PageHeader
        title={m.suggestions_title()}
        line={m.suggestions_line()}
        actions={
          <>
            {settings}
            {add}
          </>
        }
      />
      <Filter search={search} onChange={change} />
      <div className={styles.sides}>
        <QueryView
          query={query}
          skeleton={<Skeleton rows={6} height={60} />}
          isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
          empty={isFiltered ? { title: m.suggestions_none_found() } : none}
        >
          {({ pages }) => (
            <div>
              <ul className={styles.list}>
                {pages
                  .flatMap(({ items }) => items)
                  .map((suggestion) => (
                    <SuggestionItem key={suggestion.id} suggestion={suggestion} />
                  ))}
              </ul>
              <MoreButton query={query} />
            </div>
          )}
        </QueryView>
        <LeadersCard />
      </div>
      {search.edit === 'new' ? <NewSuggestionDialog onClose={close} /> : null}
      {search.edit === 'settings' && may('suggestions.judge') ? <SettingsDialog onClose={close} /> : null}
    </>
  );
}

interface FilterProps {
  readonly search: SuggestionsSearch;
  readonly onChange: (part: SuggestionsSearch) => void;
}

function Filter({ search, onChange }: FilterProps) {
  return (
    <FilterBar>
      <SearchField label={m.suggestions_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Select<SuggestionState | 'all'>
        aria-label={m.suggestions_state()}
        style={{ width: 140 }}
        value={search.state ?? 'all'}
        options={[
          { value: 'all', label: m.suggestions_all() },
          ...suggestionState.options.map((state) => ({ value: state, label: stateWords[state]() })),
        ]}
        onChange={(state) => onChange({ state: state === 'all' ? undefined : state })}
      />
      <Checkbox checked={search.mine === true} onChange={(event) => onChange({ mine: event.target.checked ? true : undefined })}>
        {m.suggestions_mine()}
      </Checkbox>
    </FilterBar>
  );
}
