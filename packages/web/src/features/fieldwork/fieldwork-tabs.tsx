import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { TabLinks } from '../../ui/tab-links.tsx';

/** Between the studies and the sessions of all of them. */
export function FieldworkTabs() {
  return (
    <TabLinks label={m.fieldwork_tabs()}>
      <Link to="/app/fieldwork" activeOptions={{ exact: true, includeSearch: false }}>
        {m.fieldwork_studies()}
      </Link>
      <Link to="/app/fieldwork/sessions" activeOptions={{ exact: true, includeSearch: false }}>
        {m.fieldwork_sessions()}
      </Link>
    </TabLinks>
  );
}
