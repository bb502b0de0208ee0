import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Probe } from '@zhiheng/contract/monitoring/probes';
import { Button } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { useMay } from '../identity/index.ts';
import { ProbeCard } from './probe-card.tsx';
import { ProbeDialog } from './probe-dialog.tsx';
import { probesQuery } from './probes.query.ts';
import styles from './probes.module.css';

const route = getRouteApi('/app/probes');

/** Whether services answer, as seen from here. */
export function ProbesPage() {
  const { days = 28, edit } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const query = useQuery(probesQuery(days));
  const open = (which: string | undefined) => void navigate({ search: (now) => ({ ...now, edit: which }) });
  const add = may('objectives.define') ? (
    <Button type="primary" onClick={() => open('new')}>
      {m.probes_new()}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader title={m.probes_title()} line={<Line probes={query.data ?? []} />} actions={query.data?.length === 0 ? undefined : add} />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={4} height={120} />}
        isEmpty={(probes) => probes.length === 0}
        empty={{ title: m.probes_none_title(), words: m.probes_none_text(), action: add }}
      >
        {(probes) => (
          <>
            <TabLinks label={m.probes_span()}>
              <Link from="/app/probes" to="/app/probes" search={(now) => ({ ...now, days: undefined })} activeOptions={{ exact: true }}>
                {m.probes_days_28()}
              </Link>
              <Link from="/app/probes" to="/app/probes" search={(now) => ({ ...now, days: 90 as const })} activeOptions={{ exact: true }}>
                {m.probes_days_90()}
              </Link>
            </TabLinks>
            <div className={styles.grid}>
              {probes.map((probe) => (
                <ProbeCard key={probe.id} probe={probe} days={days} onEdit={() => open(probe.id)} />
              ))}
            </div>
          </>
        )}
      </QueryView>
      {edit === undefined || (edit !== 'new' && query.data === undefined) ? null : (
        <ProbeDialog key={edit} probe={query.data?.find(({ id }) => id === edit)} onClose={() => open(undefined)} />
      )}
    </>
  );
}

function Line({ probes }: { readonly probes: readonly Probe[] }) {
  const format = useFormat();
  const count = (state: Probe['state']) => format.number(probes.filter((probe) => probe.state === state).length);
  return m.probes_line({ n: format.number(probes.length), up: count('up'), down: count('down') });
}
