import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FailureSummary } from '@zhiheng/contract/causes/service-failures';
import { Button } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { CountList } from '../../../ui/count-list.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { failuresQuery } from '../causes.query.ts';
import type { FailuresSearch } from '../causes.search.ts';
import { FailureDialog } from './failure-dialog.tsx';
import { FailuresTable } from './failures-table.tsx';

const route = getRouteApi('/app/service-failures');

/** What failed, how long it lasted, and what is known of its cause. */
export function FailuresPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const query = useInfiniteQuery(failuresQuery(search));
  const change = (part: FailuresSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const add = may('findings.write') ? (
    <Button type="primary" onClick={() => change({ edit: 'new' })}>
      {m.causes_failure_new()}
    </Button>
  ) : undefined;
  const edited = query.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === search.edit);
  return (
    <>
      <PageHeader
        title={m.causes_failures_title()}
        line={m.causes_failures_line()}
        actions={
          <>
            <Link to="/app/causes">{m.causes_title()}</Link>
            {add}
          </>
        }
      />
      <FilterBar>
        <SearchField label={m.causes_failure_search()} value={search.q} onSearch={(q) => change({ q })} />
      </FilterBar>
      <QueryView
        query={query}
        skeleton={<Skeleton rows={6} height={40} />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={{ title: m.causes_failure_none(), words: m.causes_failure_none_text(), action: add }}
      >
        {({ pages }) => (
          <>
            {pages[0] === undefined ? null : <Summary summary={pages[0].summary} />}
            <FailuresTable failures={pages.flatMap(({ items }) => items)} onEdit={(edit) => change({ edit })} />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
      {search.edit === 'new' || edited !== undefined ? (
        <FailureDialog failure={edited} onClose={() => change({ edit: undefined })} />
      ) : null}
    </>
  );
}

function Summary({ summary: { total, lasting, withoutCause, meanSeconds, interval } }: { readonly summary: FailureSummary }) {
  const format = useFormat();
  return (
    <>
      <CountList
        counts={[
          [m.causes_total(), total],
          [m.causes_lasting(), lasting],
          [m.causes_without_cause(), withoutCause],
        ]}
      />
      {meanSeconds === null || interval === null ? null : (
        <p className="tabular">
          {m.causes_mean_restore({
            value: format.duration(meanSeconds),
            low: format.duration(interval[0]),
            high: format.duration(interval[1]),
          })}
        </p>
      )}
    </>
  );
}
