import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { reviewKind, type ReviewKind } from '@zhiheng/contract/improvement/review-kind';
import { Button, Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { kindWords } from '../review-words.ts';
import { ReviewDialog } from '../review-dialog.tsx';
import { reviewsQuery } from '../reviews.query.ts';
import type { ReviewsSearch } from '../reviews.search.ts';
import { ReviewsTable } from './reviews-table.tsx';

const route = getRouteApi('/app/reviews');

/** Meetings on the service and on its improvement. */
export function ReviewsPage() {
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(reviewsQuery(search));
  const change = (part: ReviewsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const add = may('improvement.write') ? (
    <Button type="primary" onClick={() => change({ edit: 'new' })}>
      {m.reviews_new()}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader title={m.reviews_title()} line={m.reviews_line()} actions={add} />
      <FilterBar>
        <Select<ReviewKind | 'all'>
          aria-label={m.reviews_kind()}
          style={{ width: 170 }}
          value={search.kind ?? 'all'}
          options={[
            { value: 'all', label: m.reviews_all_kinds() },
            ...reviewKind.options.map((kind) => ({ value: kind, label: kindWords[kind]() })),
          ]}
          onChange={(kind) => change({ kind: kind === 'all' ? undefined : kind })}
        />
      </FilterBar>
      <QueryView
        query={query}
        skeleton={<Skeleton rows={6} height={40} />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={{ title: m.reviews_none(), words: m.reviews_none_text(), ...(add === undefined ? {} : { action: add }) }}
      >
        {({ pages }) => (
          <>
            <ReviewsTable reviews={pages.flatMap(({ items }) => items)} />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
      {search.edit === 'new' ? <ReviewDialog review={undefined} onClose={() => change({ edit: undefined })} /> : null}
    </>
  );
}
