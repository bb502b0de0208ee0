import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Simulation } from '@zhiheng/contract/cases/simulation';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { AgreementTabs } from '../../agreement-tabs/index.ts';
import { agreementQuery } from '../../agreements/index.ts';
import { useMay } from '../../identity/index.ts';
import styles from '../clock-reports.module.css';
import { simulationsQuery } from '../reports.query.ts';
import { StartCard } from './start-card.tsx';
import { stateTones, stateWords } from './state-words.ts';

const route = getRouteApi('/app/agreements/$id/simulator');

/** Where a promise is tried on the past, and what was tried before. */
export function SimulatorPage() {
  const { id } = route.useParams();
  const format = useFormat();
  const may = useMay();
  const agreement = useQuery(agreementQuery(id));
  const name = agreement.data === undefined ? '' : format.text(agreement.data.name);
  return (
    <>
      <PageHeader title={name === '' ? m.reports_tab_simulator() : m.reports_sim_title({ name })} line={m.reports_sim_line()} />
      <AgreementTabs id={id} />
      <div className={styles.stack}>
        {may('agreements.define') ? <QueryView query={agreement}>{(data) => <StartCard agreement={data} />}</QueryView> : null}
        <Earlier id={id} />
      </div>
    </>
  );
}

function Earlier({ id }: { readonly id: string }) {
  const query = useInfiniteQuery(simulationsQuery(id));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card title={m.reports_sim_earlier()} flush={rows.length > 0}>
      <QueryView query={query} isEmpty={() => rows.length === 0} empty={{ title: m.reports_sim_none(), words: m.reports_sim_assumption() }}>
        {() => <Runs rows={rows} />}
      </QueryView>
      <MoreButton query={query} />
    </Card>
  );
}

function Runs({ rows }: { readonly rows: readonly Simulation[] }) {
  const format = useFormat();
  const columns: Column<Simulation>[] = [
    {
      key: 'when',
      title: m.reports_sim_when(),
      lead: true,
      cell: ({ id: run, agreementId: id, createdAt, createdBy }) => (
        <Link to="/app/agreements/$id/simulator/$run" params={{ id, run }}>
          {[format.dateTime(createdAt), createdBy].filter((part) => part !== null).join(' · ')}
        </Link>
      ),
    },
    { key: 'period', title: m.reports_sim_period(), cell: ({ from, to }) => `${format.date(from)} – ${format.date(to)}` },
    {
      key: 'state',
      title: m.reports_sim_state(),
      cell: ({ state }) => <StatusBadge tone={stateTones[state]}>{stateWords[state]()}</StatusBadge>,
    },
    { key: 'cases', title: m.reports_sim_cases(), align: 'end', cell: ({ casesRead }) => format.number(casesRead) },
    {
      key: 'outcome',
      title: m.reports_sim_outcome(),
      cell: ({ result }) =>
        result === null ? '—' : m.reports_sim_short({ newly: format.number(result.newlyBreached), spared: format.number(result.spared) }),
    },
  ];
  return <DataTable label={m.reports_sim_earlier()} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
