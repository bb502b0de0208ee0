import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { TabLinks } from '../../ui/tab-links.tsx';

/** The customers, and the rules that put them into segments. */
export function CustomersTabs() {
  return (
    <TabLinks label={m.customers_views()}>
      <Link to="/app/customers" activeOptions={{ exact: true, includeSearch: false }}>
        {m.customers_title()}
      </Link>
      <Link to="/app/customers/segments">{m.customers_segments_tab()}</Link>
    </TabLinks>
  );
}
