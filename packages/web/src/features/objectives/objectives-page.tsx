import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { useMay } from '../identity/index.ts';
import { AlertsTable } from './alerts-table.tsx';
import { ObjectiveDialog } from './objective-dialog.tsx';
import { ObjectivesTable } from './objectives-table.tsx';
import { alertsQuery, objectivesQuery } from './objectives.query.ts';
import type { ObjectivesSearch } from './objectives.search.ts';
import { OpenSloDialog } from './openslo-dialog.tsx';

const route = getRouteApi('/app/objectives');

/** What is promised over time, and how much may still go wrong. */
export function ObjectivesPage() {
  const { view, edit } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const open = (which: ObjectivesSearch['edit']) => void navigate({ search: (now) => ({ ...now, edit: which }) });
  const tabs = [
    [undefined, m.objectives_tab_current()],
    ['alerts', m.objectives_tab_alerts()],
    ['retired', m.objectives_tab_retired()],
  ] as const;
  return (
    <>
      <PageHeader
        title={m.objectives_title()}
        line={m.objectives_line()}
        actions={
          <>
            <Button onClick={() => open('openslo')}>{m.objectives_openslo()}</Button>
            {may('objectives.define') ? (
              <Button type="primary" onClick={() => open('new')}>
                {m.objectives_new()}
              </Button>
            ) : null}
          </>
        }
      />
      <TabLinks label={m.objectives_views()}>
        {tabs.map(([key, label]) => (
          <Link
            key={label}
            from="/app/objectives"
            to="/app/objectives"
            search={(now) => ({ ...now, view: key })}
            activeOptions={{ exact: true }}
          >
            {label}
          </Link>
        ))}
      </TabLinks>
      {view === 'alerts' ? <Alerts /> : <Objectives retired={view === 'retired'} onNew={() => open('new')} />}
      {edit === 'new' ? <ObjectiveDialog objective={undefined} onClose={() => open(undefined)} /> : null}
      {edit === 'openslo' ? <OpenSloDialog onClose={() => open(undefined)} /> : null}
    </>
  );
}

function Objectives({ retired, onNew }: { readonly retired: boolean; readonly onNew: () => void }) {
  const may = useMay();
  const query = useQuery(objectivesQuery(retired));
  const add = may('objectives.define') ? (
    <Button type="primary" onClick={onNew}>
      {m.objectives_new()}
    </Button>
  ) : undefined;
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton rows={6} height={40} />}
      isEmpty={(objectives) => objectives.length === 0}
      empty={
        retired
          ? { title: m.objectives_none_retired() }
          : { title: m.objectives_none_title(), words: m.objectives_none_text(), action: add }
      }
    >
      {(objectives) => <ObjectivesTable objectives={objectives} />}
    </QueryView>
  );
}

function Alerts() {
  const format = useFormat();
  const query = useQuery(alertsQuery);
  return (
    <QueryView
      query={query}
      isEmpty={(alerts) => alerts.length === 0}
      empty={{ title: m.objectives_no_alerts(), words: m.objectives_no_alerts_text() }}
    >
      {(alerts) => <AlertsTable alerts={alerts} nameOf={({ objectiveName }) => format.text(objectiveName)} />}
    </QueryView>
  );
}
