import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { csvBlob } from '../../../lib/csv-text.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { saveFile } from '../../../lib/save-file.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { AgreementTabs } from '../../agreement-tabs/index.ts';
import { agreementQuery } from '../../agreements/index.ts';
import styles from '../clock-reports.module.css';
import { monthsQuery, type Months } from '../reports.query.ts';
import { AttributionCard } from './attribution-card.tsx';
import { CorrectionsCard } from './corrections-card.tsx';
import { monthRows } from './month-csv.ts';
import { MonthsTable } from './months-table.tsx';

const route = getRouteApi('/app/agreements/$id/months');

/** The months of an agreement: what was reported, what was corrected since, and whose time the breaches took. */
export function MonthsPage() {
  const { id } = route.useParams();
  const format = useFormat();
  const agreement = useQuery(agreementQuery(id));
  const query = useQuery(monthsQuery(id));
  const { data } = agreement;
  return (
    <>
      <PageHeader
        title={data === undefined ? m.reports_tab_months() : m.reports_months_title({ name: format.text(data.name) })}
        line={query.data === undefined ? undefined : m.reports_months_line({ zone: query.data.zone })}
        actions={data === undefined || query.data === undefined ? undefined : <Download code={data.code} months={query.data} />}
      />
      <AgreementTabs id={id} />
      <QueryView query={query}>{(months) => <Content id={id} months={sinceFirst(months)} />}</QueryView>
    </>
  );
}

/** Without the months before anything was promised; the one that goes on is always there. */
function sinceFirst(months: Months): Months {
  const first = months.items.findLastIndex(({ figures, state }) => state !== 'open' || Object.keys(figures).length > 0);
  return { ...months, items: months.items.slice(0, Math.max(first, 0) + 1) };
}

function Content({ id, months }: { readonly id: string; readonly months: Months }) {
  const { month } = route.useSearch();
  const navigate = route.useNavigate();
  const [newest] = months.items;
  return (
    <div className={styles.stack}>
      <MonthsTable months={months} />
      <CorrectionsCard months={months} />
      {newest === undefined ? null : (
        <AttributionCard
          id={id}
          month={month ?? newest.month}
          months={months.items.map((item) => item.month)}
          onMonth={(next) => void navigate({ search: { month: next }, replace: true })}
        />
      )}
    </div>
  );
}

function Download({ code, months }: { readonly code: string; readonly months: Months }) {
  const format = useFormat();
  return (
    <Button onClick={() => saveFile(m.reports_months_file({ code }), csvBlob(monthRows(months, format)))}>{m.reports_months_csv()}</Button>
  );
}
