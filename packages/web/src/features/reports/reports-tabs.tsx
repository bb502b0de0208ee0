import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { TabLinks } from '../../ui/tab-links.tsx';

/** Reports, those made every month, and how they look. */
export function ReportsTabs() {
  return (
    <TabLinks label={m.reporting_tabs()}>
      <Link to="/app/reports" activeOptions={{ exact: true, includeSearch: false }}>
        {m.reporting_tab_archive()}
      </Link>
      <Link to="/app/reports/schedules">{m.reporting_tab_schedules()}</Link>
      <Link to="/app/reports/templates">{m.reporting_tab_templates()}</Link>
    </TabLinks>
  );
}
