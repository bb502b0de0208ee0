import { getRouteApi, Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { ChartView } from './chart-view.tsx';
import type { DiagnosisSearch } from './diagnosis.search.ts';
import { ForecastView } from './forecast-view.tsx';
import { HotSpotsView } from './hot-spots-view.tsx';
import { SignalsView } from './signals-view.tsx';
import { WatchesView } from './watches-view.tsx';

const route = getRouteApi('/app/diagnosis');

export interface ViewProps {
  readonly search: DiagnosisSearch;
  readonly onChange: (part: DiagnosisSearch) => void;
}

/** What wavers more than chance explains, and what is about to. */
export function DiagnosisPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: DiagnosisSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <>
      <PageHeader title={m.diagnosis_title()} line={m.diagnosis_line()} />
      <Tabs search={search} />
      <View search={search} onChange={change} />
    </>
  );
}

const tabs: readonly (readonly [DiagnosisSearch['view'], () => string])[] = [
  [undefined, m.diagnosis_tab_signals],
  ['chart', m.diagnosis_tab_chart],
  ['forecast', m.diagnosis_tab_forecast],
  ['spots', m.diagnosis_tab_spots],
  ['watches', m.diagnosis_tab_rules],
];

function Tabs({ search }: { readonly search: DiagnosisSearch }) {
  return (
    <TabLinks label={m.diagnosis_tabs()}>
      {tabs.map(([view, label]) => (
        <Link
          key={label()}
          to="/app/diagnosis"
          search={{ view, indicator: search.indicator }}
          activeProps={{ 'aria-current': undefined }}
          {...(search.view === view ? { 'aria-current': 'page' as const } : {})}
        >
          {label()}
        </Link>
      ))}
    </TabLinks>
  );
}

function View({ search, onChange }: ViewProps) {
  switch (search.view) {
    case 'chart':
      return <ChartView search={search} onChange={onChange} />;
    case 'forecast':
      return <ForecastView search={search} onChange={onChange} />;
    case 'spots':
      return <HotSpotsView search={search} onChange={onChange} />;
    case 'watches':
      return <WatchesView search={search} onChange={onChange} />;
    case undefined:
      return <SignalsView search={search} onChange={onChange} />;
    default:
      return search.view satisfies never;
  }
}
