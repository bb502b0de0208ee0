import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { CustomersTabs } from '../customers-tabs.tsx';
import { segmentRulesQuery } from '../customers.query.ts';
import { RulesEditor } from './rules-editor.tsx';

export function SegmentRulesPage() {
  const may = useMay();
  const query = useQuery(segmentRulesQuery);
  return (
    <>
      <PageHeader title={m.customers_segments_tab()} line={m.customers_rules_line()} />
      <CustomersTabs />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={4} height={88} />}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          title: m.customers_rules_none_title(),
          words: m.customers_rules_none_text(),
          action: may('organisation.manage') ? (
            <Link to="/app/admin/units" search={{ kind: 'segments' }}>
              {m.customers_rules_to_units()}
            </Link>
          ) : undefined,
        }}
      >
        {({ items }) => <RulesEditor rules={items} />}
      </QueryView>
    </>
  );
}
