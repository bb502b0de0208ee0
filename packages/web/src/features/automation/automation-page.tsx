import { getRouteApi, Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { useMay } from '../identity/index.ts';
import { AssignmentView } from './assignment/assignment-view.tsx';
import { RulesView } from './rules/rules-view.tsx';
import { RunsView } from './runs/runs-view.tsx';
import buttons from '../../ui/link-button.module.css';

const route = getRouteApi('/app/admin/automation');

/** Rules that do by themselves what people would do again and again. */
export function AutomationPage() {
  const { view } = route.useSearch();
  const may = useMay();
  const tabs = [
    [undefined, m.automation_tab_rules()],
    ['assignment', m.automation_tab_assignment()],
    ['runs', m.automation_tab_runs()],
  ] as const;
  const add =
    view === undefined && may('automation.define') ? (
      <Link to="/app/admin/automation/$id" params={{ id: 'new' }} className={buttons.primary}>
        {m.automation_new()}
      </Link>
    ) : undefined;
  return (
    <>
      <PageHeader title={m.automation_title()} line={m.automation_line()} actions={add} />
      <TabLinks label={m.automation_views()}>
        {tabs.map(([to, label]) => (
          <Link key={label} from="/app/admin/automation" to="/app/admin/automation" search={{ view: to }} activeOptions={{ exact: true }}>
            {label}
          </Link>
        ))}
      </TabLinks>
      <View view={view} />
    </>
  );
}

function View({ view }: { readonly view: 'assignment' | 'runs' | undefined }) {
  if (view === 'assignment') return <AssignmentView />;
  return view === 'runs' ? <RunsView /> : <RulesView />;
}
