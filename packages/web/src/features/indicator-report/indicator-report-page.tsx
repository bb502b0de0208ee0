import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { csvBlob } from '../../lib/csv-text.ts';
import { useLiveFigures } from '../../lib/figures/use-live-figures.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { saveFile } from '../../lib/save-file.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { PeriodPicker } from '../../ui/period-picker.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { figureOnPage, MakeFinding } from '../findings/index.ts';
import { useMay } from '../identity/index.ts';
import { FigureRecountNotice } from '../indicators/index.ts';
import { knownPeriodsQuery } from '../periods/index.ts';
import { filterIn, SubjectFilterBar, useScopeWords } from '../subjects/index.ts';
import { reportQuery } from './indicator-report.query.ts';
import styles from './indicator-report.module.css';
import type { ReportSearch } from './indicator-report.search.ts';
import { ReportContent } from './report-content.tsx';
import { reportRows } from './report-rows.ts';

const route = getRouteApi('/app/indicators/$code');

/** Everything about one indicator: the page behind every number. */
export function IndicatorReportPage() {
  const { code } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  const may = useMay();
  const scope = useScopeWords(search);
  const query = useQuery(reportQuery(code, search));
  useLiveFigures('indicator-report');
  const periods = useQuery(knownPeriodsQuery);
  const change = (part: Partial<ReportSearch>) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const report = query.data;
  const line =
    report === undefined
      ? undefined
      : [format.period(report.period), scope, m.board_n_value({ n: format.number(report.figure.n) })].join(' · ');
  return (
    <>
      <PageHeader
        title={report === undefined ? m.library_title() : format.text(report.indicator.name)}
        line={line}
        actions={
          report === undefined ? undefined : (
            <>
              <MakeFinding figure={figureOnPage(report.figure, { period: report.period, filter: filterIn(search) })} />
              <PeriodPicker period={report.period} known={periods.data ?? []} onChange={(period) => change({ period })} />
              <Button onClick={() => saveFile(`${code}-${report.period}.csv`, csvBlob(reportRows(report, format)))}>
                {m.board_report_export()}
              </Button>
              {may('measurement.define') ? (
                <Link to="/app/indicators" search={{ edit: code }} className={styles.edit}>
                  {m.board_report_edit()}
                </Link>
              ) : null}
            </>
          )
        }
      />
      {report === undefined || report.indicator.countedFrom === null ? null : <FigureRecountNotice />}
      <div className={styles.filters}>
        <SubjectFilterBar value={search} onChange={change} />
      </div>
      <QueryView query={query}>
        {(data) => (
          <div className={query.isPlaceholderData ? styles.stale : undefined}>
            <ReportContent report={data} search={search} onChange={change} />
          </div>
        )}
      </QueryView>
    </>
  );
}
