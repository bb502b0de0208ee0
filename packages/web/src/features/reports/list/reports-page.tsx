import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { reportKind, type ReportKind } from '@zhiheng/contract/reports/report-kind';
import { Button, Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { kindWords } from '../report-words.ts';
import { ReportsTabs } from '../reports-tabs.tsx';
import { reportsQuery } from '../reports.query.ts';
import type { ReportsSearch } from '../reports.search.ts';
import { MakeDialog } from './make-dialog.tsx';
import { ReportsTable } from './reports-table.tsx';

const route = getRouteApi('/app/reports');

/** Every report that was made or is being made. */
export function ReportsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const query = useInfiniteQuery(reportsQuery(search));
  const change = (part: ReportsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const make = may('reports.write') ? (
    <Button type="primary" onClick={() => change({ edit: 'new' })}>
      {m.reporting_make()}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={m.reporting_title()} line={m.reporting_line()} actions={make} />
      <ReportsTabs />
      <KindFilter kind={search.kind} onChange={(kind) => change({ kind })} />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={6} height={40} />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          search.kind === undefined
            ? { title: m.reporting_none(), words: m.reporting_none_text(), action: make }
            : { title: m.reporting_none_of_kind() }
        }
      >
        {({ pages }) => (
          <>
            <ReportsTable reports={pages.flatMap(({ items }) => items)} />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
      {search.edit === 'new' ? <MakeDialog onClose={() => change({ edit: undefined })} /> : null}
    </>
  );
}

interface FilterProps {
  readonly kind: ReportKind | undefined;
  readonly onChange: (kind: ReportKind | undefined) => void;
}

function KindFilter({ kind, onChange }: FilterProps) {
  return (
    <FilterBar>
      <Select<ReportKind | 'all'>
        aria-label={m.reporting_kind()}
        style={{ width: 180 }}
        value={kind ?? 'all'}
        options={[
          { value: 'all', label: m.reporting_all_kinds() },
          ...reportKind.options.map((one) => ({ value: one, label: kindWords[one]() })),
        ]}
        onChange={(next) => onChange(next === 'all' ? undefined : next)}
      />
    </FilterBar>
  );
}
