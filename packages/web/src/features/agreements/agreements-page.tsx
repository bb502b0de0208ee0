import { getRouteApi, Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { TabLinks } from '../../ui/tab-links.tsx';
import type { AgreementsSearch } from './agreements.search.ts';
import { ContractsView } from './contracts/contracts-view.tsx';
import { AgreementsView } from './list/agreements-view.tsx';
import { SuppliersView } from './suppliers/suppliers-view.tsx';

const route = getRouteApi('/app/agreements');

/** What was promised, by whom, and to whom. */
export function AgreementsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: AgreementsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const tabs = (
    <TabLinks label={m.agreements_views()}>
      <Tab view={undefined} now={search.view} words={m.agreements_tab_agreements()} />
      <Tab view="suppliers" now={search.view} words={m.agreements_tab_suppliers()} />
      <Tab view="contracts" now={search.view} words={m.agreements_tab_contracts()} />
    </TabLinks>
  );
  if (search.view === 'suppliers') return <SuppliersView tabs={tabs} search={search} onChange={change} />;
  if (search.view === 'contracts') return <ContractsView tabs={tabs} search={search} onChange={change} />;
  return <AgreementsView tabs={tabs} search={search} onChange={change} />;
}

interface TabProps {
  readonly view: AgreementsSearch['view'];
  readonly now: AgreementsSearch['view'];
  readonly words: string;
}

// The router marks a link as current by its path alone; here the view in the address tells the tabs apart.
function Tab({ view, now, words }: TabProps) {
  return (
    <Link
      to="/app/agreements"
      search={view === undefined ? {} : { view }}
      activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
      aria-current={view === now ? 'page' : undefined}
    >
      {words}
    </Link>
  );
}
