import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ChangesFilter } from './changes-filter.tsx';
import { ChangesList } from './changes-list.tsx';
import { changesQuery } from './changes.query.ts';

const route = getRouteApi('/app/admin/changes');

export function ChangesPage() {
  const search = route.useSearch();
  const { zone } = useFormat();
  const query = useInfiniteQuery(changesQuery(search, zone));
  return (
    <>
      <PageHeader title={m.shell_nav_changes()} line={m.admin_changes_line({ zone })} />
      <ChangesFilter search={search} />
      <QueryView
        query={query}
        isEmpty={(data) => data.pages.every((page) => page.items.length === 0)}
        empty={{ title: m.admin_changes_none() }}
      >
        {(data) => (
          <>
            <ChangesList changes={data.pages.flatMap((page) => page.items)} />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
    </>
  );
}
