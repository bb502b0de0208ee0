import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { exportFindings } from '@zhiheng/contract/findings/findings';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { saveFile } from '../../../lib/save-file.ts';
import { m } from '../../../paraglide/messages.js';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { FindingTabs } from '../finding-tabs.tsx';
import { filterOf, findingsQuery } from '../findings.query.ts';
import type { FindingsSearch } from '../findings.search.ts';
import { NewFindingDialog } from '../make/new-finding-dialog.tsx';
import { FindingsFilter } from './findings-filter.tsx';
import { FindingsTable } from './findings-table.tsx';
import { QuickFilters } from './quick-filters.tsx';

const route = getRouteApi('/app/findings');

/** Whatever was found wrong, from every source. */
export function FindingsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  const query = useInfiniteQuery(findingsQuery(search));
  const change = (part: FindingsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const add = <NewButton onClick={() => change({ edit: 'new' })} />;
  const { order: _order, edit, ...filters } = search;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const total = query.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        title={m.findings_title()}
        line={total === undefined ? m.findings_line() : `${m.findings_line()} · ${m.findings_total({ n: format.number(total) })}`}
        actions={
          <>
            <ExportButton search={search} />
            {add}
          </>
        }
      />
      <FindingTabs />
      <QuickFilters search={search} onChange={change} />
      <FindingsFilter search={search} onChange={change} />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={6} height={40} />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={isFiltered ? { title: m.findings_none_found() } : { title: m.findings_none(), words: m.findings_none_text(), action: add }}
      >
        {({ pages }) => (
          <>
            <FindingsTable findings={pages.flatMap(({ items }) => items)} />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
      {edit === 'new' ? <NewFindingDialog onClose={() => change({ edit: undefined })} /> : null}
    </>
  );
}

function NewButton({ onClick }: { readonly onClick: () => void }) {
  const may = useMay();
  if (!may('findings.write')) return null;
  return (
    <Button type="primary" onClick={onClick}>
      {m.findings_new()}
    </Button>
  );
}

/** What the list shows, with its filters. */
function ExportButton({ search }: { readonly search: FindingsSearch }) {
  const { locale } = useFormat();
  const download = useMutation({
    mutationFn: () => call(exportFindings, { query: { ...filterOf(search), locale } }),
    onSuccess: ({ text }) => saveFile('findings.csv', new Blob([text], { type: 'text/csv;charset=utf-8' })),
  });
  return (
    <Button loading={download.isPending} onClick={() => download.mutate()}>
      {m.findings_export()}
    </Button>
  );
}
