import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { useCaseStream } from '../live/use-case-stream.ts';
import styles from './cases-page.module.css';
import { CaseDesk } from './case-desk.tsx';
import { CasesEmpty } from './cases-empty.tsx';
import type { CasesSearch } from './cases.search.ts';
import { rememberList } from './last-list.ts';
import { listQuery, usualOrder } from './list.query.ts';
import { orderWords } from './order-words.ts';
import { SaveViewDialog } from './save-view-dialog.tsx';
import { ViewActions } from './view-actions.tsx';
import { ViewTabs } from './view-tabs.tsx';

const route = getRouteApi('/app/cases');

/** Where an agent's day begins: what is due first, by keyboard. */
export function CasesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const live = useCaseStream();
  useEffect(() => rememberList(search), [search]);
  const order = search.order ?? usualOrder;
  const query = useInfiniteQuery(listQuery(search));
  const [saving, setSaving] = useState(false);
  const replace = (next: CasesSearch) => void navigate({ search: next, replace: true });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const first = query.data?.pages[0];
  return (
    <>
      <PageHeader
        title={m.cases_title()}
        line={first === undefined ? undefined : <Line total={first.total} more={first.more} order={order} live={live} />}
        actions={
          <>
            <ViewActions search={search} onSave={() => setSaving(true)} />
            {may('cases.write') ? (
              <Link to="/app/cases/new" search={{ channel: 'phone' }}>
                <Button type="primary" tabIndex={-1}>
                  {m.cases_new()}
                </Button>
              </Link>
            ) : null}
          </>
        }
      />
      <ViewTabs search={search} />
      <CaseDesk search={search} rows={rows} onChange={(part) => replace({ ...search, ...part })} onReplace={replace} more={query}>
        {(table) => (
          <QueryView query={query} skeleton={<Skeleton rows={12} height={36} />}>
            {() => (rows.length === 0 ? <CasesEmpty search={search} onReplace={replace} /> : table)}
          </QueryView>
        )}
      </CaseDesk>
      <SaveViewDialog open={saving} search={search} onClose={() => setSaving(false)} />
    </>
  );
}

interface LineProps {
  readonly total: number;
  readonly more: boolean;
  readonly order: keyof typeof orderWords;
  readonly live: boolean;
}

function Line({ total, more, order, live }: LineProps) {
  const format = useFormat();
  const words = { n: format.number(total), order: orderWords[order]() };
  return (
    <>
      {more ? m.cases_line_more(words) : m.cases_line(words)} <span className={styles.keys}>· {m.cases_keys_help()}</span>
      {live ? null : <span role="status"> · {m.cases_live_lost()}</span>}
    </>
  );
}
