import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useMay } from '../identity/index.ts';
import { CalendarView } from './calendar-view.tsx';
import { calendarQuery, collectionsQuery } from './collections.query.ts';
import type { CollectionsSearch } from './collections.search.ts';
import { KeyNodesDialog } from './key-nodes-dialog.tsx';
import { comingDays, pastDays } from './month-days.ts';
import { PlanDialog } from './plan-dialog.tsx';
import { PlansTable } from './plans-table.tsx';

const route = getRouteApi('/app/collections');
type View = NonNullable<CollectionsSearch['view']>;

/** What people enter by hand: what is due, and the plans behind it. */
export function CollectionsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const query = useQuery(collectionsQuery);
  const change = (part: CollectionsSearch) => void navigate({ search: (now) => ({ ...now, ...part }) });
  const add = may('measurement.define') ? (
    <Button type="primary" onClick={() => change({ plan: 'new' })}>
      {m.collections_new()}
    </Button>
  ) : undefined;
  const view = search.view ?? 'calendar';
  return (
    <>
      <PageHeader title={m.collections_title()} line={<Line />} actions={query.data?.length === 0 ? undefined : add} />
      <QueryView
        query={query}
        isEmpty={(plans) => plans.length === 0 && search.plan === undefined}
        empty={{ title: m.collections_none_title(), words: m.collections_none_text(), action: add }}
      >
        {(plans) => (
          <>
            <FilterBar>
              <Segmented<View>
                aria-label={m.collections_view()}
                value={view}
                options={[
                  { value: 'calendar', label: m.collections_calendar() },
                  { value: 'plans', label: m.collections_plans() },
                ]}
                onChange={(next) => change({ view: next === 'calendar' ? undefined : next })}
              />
            </FilterBar>
            {view === 'calendar' ? (
              <CalendarView month={search.month} onMonth={(month) => change({ month })} />
            ) : (
              <PlansTable plans={plans} onEdit={(plan) => change({ plan })} onNodes={(nodes) => change({ nodes })} />
            )}
            <PlanDialog open={search.plan} plans={plans} onClose={() => change({ plan: undefined })} />
            <KeyNodesDialog plan={plans.find(({ id }) => id === search.nodes)} onClose={() => change({ nodes: undefined })} />
          </>
        )}
      </QueryView>
    </>
  );
}

/** How much waits. */
function Line() {
  const format = useFormat();
  const today = format.date(new Date().toISOString());
  const past = useQuery(calendarQuery(pastDays(today)));
  const coming = useQuery(calendarQuery(comingDays(today)));
  if (past.data === undefined || coming.data === undefined) return null;
  const due = coming.data.filter(({ state }) => state === 'open' || state === 'due-soon').length;
  const overdue = past.data.filter(({ state }) => state === 'overdue').length;
  return m.collections_subtitle({ due: format.number(due), overdue: format.number(overdue) });
}
