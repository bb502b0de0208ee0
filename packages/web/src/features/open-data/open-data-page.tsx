import { getRouteApi, Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { ForbiddenState } from '../../ui/states.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { useMay } from '../identity/index.ts';
import { DeliveriesTab } from './deliveries-tab.tsx';
import { LoginsTab } from './logins-tab.tsx';
import type { OpenDataSearch } from './open-data.search.ts';
import { TablesTab } from './tables-tab.tsx';
import { WebhooksTab } from './webhooks-tab.tsx';

const route = getRouteApi('/app/admin/open-data');

/** What leaves the house, and to whom. */
export function OpenDataPage() {
  const { view } = route.useSearch();
  const may = useMay();
  if (!may('open-data.manage')) return <ForbiddenState />;
  const tabs: readonly (readonly [OpenDataSearch['view'], string])[] = [
    [undefined, m.open_data_tab_hooks()],
    ['log', m.open_data_tab_log()],
    ['logins', m.open_data_tab_logins()],
    ['tables', m.open_data_tab_tables()],
  ];
  return (
    <>
      <PageHeader title={m.open_data_title()} line={m.open_data_line()} />
      <TabLinks label={m.open_data_views()}>
        {tabs.map(([to, label]) => (
          <Link
            key={label}
            from="/app/admin/open-data"
            to="/app/admin/open-data"
            search={{ view: to }}
            activeOptions={{ exact: to === undefined }}
          >
            {label}
          </Link>
        ))}
      </TabLinks>
      <Tab view={view} />
    </>
  );
}

function Tab({ view }: Pick<OpenDataSearch, 'view'>) {
  if (view === 'log') return <DeliveriesTab />;
  if (view === 'logins') return <LoginsTab />;
  if (view === 'tables') return <TablesTab />;
  return <WebhooksTab />;
}
