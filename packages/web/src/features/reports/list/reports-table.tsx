import { Link } from '@tanstack/react-router';
import type { ReportRow } from '@zhiheng/contract/reports/reports';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { FileLinks } from '../report/file-links.tsx';
import { kindWords, stateTones, stateWords } from '../report-words.ts';
import { isBeingMade } from '../reports.query.ts';

export function ReportsTable({ reports }: { readonly reports: readonly ReportRow[] }) {
  const format = useFormat();
  return <DataTable label={m.reporting_title()} columns={columnsFor(format)} rows={reports} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<ReportRow>[] => [
  {
    ...{ key: 'title', title: m.reporting_report(), lead: true, width: '36%' },
    cell: ({ id, title, kind, language }) => (
      <TwoLines
        first={
          <Link to="/app/reports/$id" params={{ id }}>
            {format.text(title)}
          </Link>
        }
        second={`${kindWords[kind]()} · ${language === 'zh' ? '中文' : 'English'}`}
      />
    ),
  },
  { key: 'state', title: m.reporting_state(), cell: (report) => <State report={report} /> },
  { key: 'files', title: m.reporting_files(), cell: (report) => <FileLinks report={report} /> },
  {
    ...{ key: 'made', title: m.reporting_made() },
    cell: ({ createdAt, createdBy }) => (
      <TwoLines first={<span className="tabular">{format.dateTime(createdAt)}</span>} second={createdBy ?? m.reporting_by_schedule()} />
    ),
  },
];

function State({ report }: { readonly report: ReportRow }) {
  const { state, progress, empty } = report;
  if (isBeingMade(report)) return <ProgressBar share={progress} label={stateWords[state]()} />;
  if (state === 'done' && empty === true) return <StatusBadge tone="idle">{m.reporting_empty()}</StatusBadge>;
  return <StatusBadge tone={stateTones[state]}>{stateWords[state]()}</StatusBadge>;
}
