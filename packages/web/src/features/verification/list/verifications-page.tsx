import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { verificationState, type VerificationState } from '@zhiheng/contract/verification/verification-kind';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import linkButton from '../../../ui/link-button.module.css';
import { useMay } from '../../identity/index.ts';
import type { VerificationsSearch } from '../verification.search.ts';
import { verificationsQuery } from '../verification.query.ts';
import { stateWords } from '../verification-words.ts';
import { VerificationsTable } from './verifications-table.tsx';

const route = getRouteApi('/app/verifications');

/** Every plan that was registered, and what the data said. */
export function VerificationsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(verificationsQuery(search));
  const change = (part: VerificationsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const isFiltered = search.q !== undefined || search.state !== undefined;
  return (
    <>
      <PageHeader title={m.verification_title()} line={m.verification_line()} actions={<NewLink />} />
      <FilterBar>
        <SearchField label={m.verification_search()} value={search.q} onSearch={(q) => change({ q })} />
        <Select<VerificationState | 'all'>
          aria-label={m.verification_state()}
          style={{ width: 180 }}
          value={search.state ?? 'all'}
          options={[
            { value: 'all', label: m.verification_all_states() },
            ...verificationState.options.map((state) => ({ value: state, label: stateWords[state]() })),
          ]}
          onChange={(state) => change({ state: state === 'all' ? undefined : state })}
        />
      </FilterBar>
      <QueryView
        query={query}
        skeleton={<Skeleton rows={6} height={40} />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          isFiltered
            ? { title: m.verification_none_found() }
            : { title: m.verification_none(), words: m.verification_none_text(), action: <NewLink /> }
        }
      >
        {({ pages }) => (
          <>
            <VerificationsTable verifications={pages.flatMap(({ items }) => items)} />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
    </>
  );
}

function NewLink() {
  const may = useMay();
  if (!may('improvement.write')) return null;
  return (
    <Link to="/app/verifications/new" className={linkButton.primary}>
      {m.verification_new()}
    </Link>
  );
}
