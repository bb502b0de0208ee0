import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { targetKind } from '@zhiheng/contract/agreements/policy';
import { Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { AgreementTabs } from '../../agreement-tabs/index.ts';
import { agreementQuery } from '../../agreements/index.ts';
import styles from '../clock-reports.module.css';
import { signalsQuery, type Signals } from '../reports.query.ts';
import type { SignalsSearch } from '../reports.search.ts';
import { SignalCard } from './signal-card.tsx';

const route = getRouteApi('/app/agreements/$id/signals');

/** What looks as if clocks were steered: questions with the cases behind them, no verdicts. */
export function SignalsPage() {
  const { id } = route.useParams();
  const { by = 'team', target = 'resolution', months = 6 } = route.useSearch();
  const format = useFormat();
  const agreement = useQuery(agreementQuery(id));
  const query = useQuery(signalsQuery({ agreementId: id, by, target, months }));
  const name = agreement.data === undefined ? '' : format.text(agreement.data.name);
  return (
    <>
      <PageHeader
        title={name === '' ? m.reports_tab_signals() : m.reports_sig_title({ name })}
        line={query.data === undefined ? undefined : <Line signals={query.data} />}
      />
      <AgreementTabs id={id} />
      <Filters />
      <QueryView query={query} isEmpty={({ cases }) => cases === 0} empty={{ title: m.reports_sig_empty() }}>
        {(signals) => <Content signals={signals} by={by} />}
      </QueryView>
    </>
  );
}

function Line({ signals: { from, to, cases, more } }: { readonly signals: Signals }) {
  const format = useFormat();
  const said = { from: format.date(from), to: format.date(to), n: format.number(cases) };
  return more ? m.reports_sig_line_more(said) : m.reports_sig_line(said);
}

function Filters() {
  const { by = 'team', target = 'resolution', months = 6 } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: SignalsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <FilterBar>
      <Select
        aria-label={m.reports_sig_by()}
        value={by}
        options={[
          { value: 'team', label: m.reports_sig_by_team() },
          { value: 'person', label: m.reports_sig_by_person() },
        ]}
        onChange={(value) => change({ by: value === 'person' ? 'person' : undefined })}
      />
      <Select
        aria-label={m.reports_sig_target()}
        value={target}
        options={targetKind.options.map((value) => ({ value, label: m.agreements_target_of({ code: value }) }))}
        onChange={(value) => change({ target: value === 'resolution' ? undefined : value })}
      />
      <Select
        aria-label={m.reports_sig_months()}
        value={months}
        options={[3, 6, 12].map((n) => ({ value: n, label: m.reports_sim_months_n({ n }) }))}
        onChange={(value) => change({ months: value === 3 || value === 12 ? value : undefined })}
      />
    </FilterBar>
  );
}

function Content({ signals, by }: { readonly signals: Signals; readonly by: 'team' | 'person' }) {
  return (
    <div className={styles.stack}>
      <Card title={m.reports_sig_intro_title()}>
        <p className={styles.quiet}>{m.reports_sig_intro({ needed: signals.needed })}</p>
      </Card>
      {signals.signals.map((signal) => (
        <SignalCard key={signal.signal} signal={signal} by={by} />
      ))}
    </div>
  );
}
