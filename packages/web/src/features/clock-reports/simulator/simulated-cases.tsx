import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { TabLinks } from '../../../ui/tab-links.tsx';
import { useMay } from '../../identity/index.ts';
import styles from '../clock-reports.module.css';
import { simulatedCasesQuery, type Result, type SimulatedCase, type SimulationWithDraft } from '../reports.query.ts';

const route = getRouteApi('/app/agreements/$id/simulator/$run');

interface Props {
  readonly simulation: SimulationWithDraft;
  readonly result: Result;
}

/** Whose result would differ: case by case, with both outcomes. */
export function SimulatedCases({ simulation, result }: Props) {
  const format = useFormat();
  const may = useMay();
  const { change } = route.useSearch();
  if (!may('cases.read')) return null;
  return (
    <Card title={m.reports_sim_who()} aside={m.reports_sim_hidden()}>
      <TabLinks label={m.reports_sim_who()}>
        <Tab change={undefined} words={m.reports_sim_tab_newly({ n: format.number(result.newlyBreached) })} />
        <Tab change="spared" words={m.reports_sim_tab_spared({ n: format.number(result.spared) })} />
      </TabLinks>
      <Listed key={change ?? 'newly'} id={simulation.id} change={change ?? 'newly-breached'} />
    </Card>
  );
}

function Tab({ change, words }: { readonly change: 'spared' | undefined; readonly words: string }) {
  return (
    <Link
      from="/app/agreements/$id/simulator/$run"
      to="/app/agreements/$id/simulator/$run"
      search={change === undefined ? {} : { change }}
      resetScroll={false}
      activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
    >
      {words}
    </Link>
  );
}

function Listed({ id, change }: { readonly id: string; readonly change: 'newly-breached' | 'spared' }) {
  const query = useInfiniteQuery(simulatedCasesQuery(id, change));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const title = change === 'spared' ? m.reports_sim_nobody_spared() : m.reports_sim_nobody_newly();
  return (
    <>
      <QueryView query={query} isEmpty={() => rows.length === 0} empty={{ title }}>
        {() => <Cases rows={rows} />}
      </QueryView>
      <MoreButton query={query} />
    </>
  );
}

function Cases({ rows }: { readonly rows: readonly SimulatedCase[] }) {
  const format = useFormat();
  const columns: Column<SimulatedCase>[] = [
    {
      key: 'case',
      title: m.reports_sim_case(),
      lead: true,
      cell: ({ number, subject }) => (
        <Link to="/app/cases/$id" params={{ id: number }} className={styles.subject}>
          {number} {subject}
        </Link>
      ),
    },
    { key: 'target', title: m.reports_sim_target(), cell: ({ target }) => m.agreements_target_of({ code: target }) },
    { key: 'team', title: m.reports_sim_team(), cell: ({ teamName }) => (teamName === null ? '—' : format.text(teamName)) },
    { key: 'was', title: m.reports_sim_was(), cell: ({ before }) => outcomeText(before, format) },
    { key: 'would', title: m.reports_sim_would(), cell: ({ after }) => outcomeText(after, format) },
  ];
  const keyOf = ({ caseId, target, cycle }: SimulatedCase) => `${caseId} ${target} ${cycle}`;
  return <DataTable label={m.reports_sim_who()} columns={columns} rows={rows} rowKey={keyOf} />;
}

function outcomeText({ kind, at }: SimulatedCase['before'], format: Format): string {
  const moment = { at: at === null ? '—' : format.dateTime(at) };
  switch (kind) {
    case 'met':
      return m.reports_sim_outcome_met(moment);
    case 'breached':
      return m.reports_sim_outcome_breached(moment);
    case 'open':
      return m.reports_sim_outcome_open(moment);
    case 'withdrawn':
      return m.reports_sim_outcome_withdrawn();
    case 'none':
      return m.reports_sim_outcome_none();
    default:
      return kind satisfies never;
  }
}
