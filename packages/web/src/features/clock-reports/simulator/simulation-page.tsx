import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { cancelSimulation, type Simulation } from '@zhiheng/contract/cases/simulation';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { AgreementTabs } from '../../agreement-tabs/index.ts';
import { useMay } from '../../identity/index.ts';
import styles from '../clock-reports.module.css';
import { isRunning, simulationQuery, type SimulationWithDraft } from '../reports.query.ts';
import { SimulationResult } from './simulation-result.tsx';
import { stateWords } from './state-words.ts';

const route = getRouteApi('/app/agreements/$id/simulator/$run');

/** One simulation: how far it is, then what came out. The address can be left and come back to. */
export function SimulationPage() {
  const { id, run } = route.useParams();
  const format = useFormat();
  const query = useQuery(simulationQuery(run));
  const { data } = query;
  return (
    <>
      <PageHeader
        title={data === undefined ? m.reports_tab_simulator() : m.reports_sim_title({ name: format.text(data.agreementName) })}
        line={data === undefined ? undefined : lineOf(data, format)}
        actions={
          <Link to="/app/agreements/$id/simulator" params={{ id }}>
            {m.reports_sim_again()}
          </Link>
        }
      />
      <AgreementTabs id={id} />
      <QueryView query={query}>{(simulation) => <Content simulation={simulation} />}</QueryView>
    </>
  );
}

const lineOf = ({ from, to, casesRead, createdBy, createdAt }: Simulation, format: Format): string =>
  m.reports_sim_result_line({
    ...{ from: format.date(from), to: format.date(to), n: format.number(casesRead) },
    ...{ by: createdBy ?? '—', at: format.dateTime(createdAt) },
  });

function Content({ simulation }: { readonly simulation: SimulationWithDraft }) {
  const { result, state } = simulation;
  if (isRunning(simulation)) return <Progress simulation={simulation} />;
  if (result !== null) return <SimulationResult simulation={simulation} result={result} />;
  return state === 'cancelled' ? (
    <EmptyState title={m.reports_sim_cancelled_title()} words={m.reports_sim_cancelled_text()} />
  ) : (
    <EmptyState title={m.reports_sim_failed_title()} words={m.reports_sim_failed_text()} />
  );
}

function Progress({ simulation }: { readonly simulation: Simulation }) {
  const format = useFormat();
  const may = useMay();
  const { id, cases, casesRead, state } = simulation;
  const cancel = useMutation({ mutationFn: () => call(cancelSimulation, { params: { id } }) });
  const share = cases === null || cases === 0 ? 0 : casesRead / cases;
  return (
    <Card title={stateWords[state]()}>
      <ProgressBar share={share} label={stateWords[state]()} />
      <p className={styles.quiet}>
        {cases === null ? m.reports_sim_counting() : m.reports_sim_reading({ done: format.number(casesRead), all: format.number(cases) })}{' '}
        {m.reports_sim_leave()}
      </p>
      {may('agreements.define') ? (
        <div className={styles.buttons}>
          <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {m.reports_sim_cancel()}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
