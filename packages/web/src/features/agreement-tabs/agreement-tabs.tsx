import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { TabLinks } from '../../ui/tab-links.tsx';
import { useMay } from '../identity/index.ts';

/** The pages of one agreement: what it says, what it would have meant, what came of it. */
export function AgreementTabs({ id }: { readonly id: string }) {
  const may = useMay();
  const params = { id };
  return (
    <TabLinks label={m.reports_tabs()}>
      <Link to="/app/agreements/$id" params={params} activeOptions={{ exact: true, includeSearch: false }}>
        {m.reports_tab_agreement()}
      </Link>
      <Link to="/app/agreements/$id/simulator" params={params}>
        {m.reports_tab_simulator()}
      </Link>
      <Link to="/app/agreements/$id/months" params={params}>
        {m.reports_tab_months()}
      </Link>
      {may('agreements.define') ? (
        <Link to="/app/agreements/$id/signals" params={params}>
          {m.reports_tab_signals()}
        </Link>
      ) : null}
    </TabLinks>
  );
}
