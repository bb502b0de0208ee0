import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { m } from '../../../paraglide/messages.js';
import { TabLinks } from '../../../ui/tab-links.tsx';
import { viewsQuery } from '../cases.query.ts';
import { ownViews, searchOf, type CasesSearch } from './cases.search.ts';

const words = {
  open: m.cases_view_open,
  mine: m.cases_view_mine,
  unassigned: m.cases_view_unassigned,
  overdue: m.cases_view_overdue,
  complaints: m.cases_view_complaints,
  all: m.cases_view_all,
} as const satisfies Record<keyof typeof ownViews, () => string>;
const names = Object.keys(ownViews) as (keyof typeof ownViews)[];

/** The views of the house and the saved ones, each with an address. */
export function ViewTabs({ search }: { readonly search: CasesSearch }) {
  const { data: saved = [] } = useQuery(viewsQuery);
  const active = search.view ?? 'open';
  return (
    <TabLinks label={m.cases_views()}>
      {names.map((name) => (
        <Link
          key={name}
          to="/app/cases"
          search={ownViews[name]}
          activeOptions={{ exact: true }}
          aria-current={active === name ? 'page' : undefined}
        >
          {words[name]()}
        </Link>
      ))}
      {saved.map((view) => (
        <Link
          key={view.id}
          to="/app/cases"
          search={searchOf(view)}
          activeOptions={{ exact: true }}
          aria-current={active === view.id ? 'page' : undefined}
        >
          {view.name}
          {view.count === null ? '' : ` ${view.count}`}
        </Link>
      ))}
    </TabLinks>
  );
}
