import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { TabLinks } from '../../ui/tab-links.tsx';

export function FindingTabs() {
  return (
    <TabLinks label={m.findings_tabs()}>
      <Link to="/app/findings" activeOptions={{ exact: true, includeSearch: false }}>
        {m.findings_tab_register()}
      </Link>
      <Link to="/app/findings/ranking">{m.findings_tab_ranking()}</Link>
      <Link to="/app/findings/rules">{m.findings_tab_rules()}</Link>
    </TabLinks>
  );
}
