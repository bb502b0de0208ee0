import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportJob } from '@zhiheng/contract/measurement/imports';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import buttons from '../../ui/link-button.module.css';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { useMay } from '../identity/index.ts';
import { importsQuery, isRunning } from './imports.query.ts';
import { stateFaces } from './state-words.ts';

/** Every import and where it stands; what runs is looked at again and again. */
export function ImportsPage() {
  const format = useFormat();
  const may = useMay();
  const query = useInfiniteQuery(importsQuery);
  const start = may('measurement.write') ? (
    <Link to="/app/imports/new" className={buttons.primary}>
      {m.imports_new()}
    </Link>
  ) : undefined;
  return (
    <>
      <PageHeader title={m.imports_title()} line={m.imports_subtitle()} actions={start} />
      <QueryView
        query={query}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={{ title: m.imports_none_title(), words: m.imports_none_text(), action: start }}
      >
        {(data) => (
          <DataTable
            label={m.imports_title()}
            columns={columnsOf(format)}
            rows={data.pages.flatMap((page) => page.items)}
            rowKey={(job) => job.id}
          />
        )}
      </QueryView>
      <MoreButton query={query} />
    </>
  );
}

function columnsOf(format: Format): Column<ImportJob>[] {
  const count = (job: ImportJob, key: keyof ImportJob['counts']) => format.number(job.counts[key]);
  return [
    {
      key: 'file',
      title: m.imports_file(),
      cell: (job) => (
        <TwoLines
          first={
            <Link to="/app/imports/$id" params={{ id: job.id }}>
              {job.fileName}
            </Link>
          }
          second={[job.dryRun ? m.imports_dry_run() : null, job.mappingName].filter((part) => part !== null).join(' · ')}
        />
      ),
    },
    { key: 'state', title: m.imports_state(), width: '17%', cell: (job) => <State job={job} /> },
    { key: 'rows', title: m.imports_rows(), align: 'end', cell: (job) => count(job, 'rows') },
    { key: 'stored', title: m.imports_stored(), align: 'end', cell: (job) => count(job, 'stored') },
    { key: 'unchanged', title: m.imports_unchanged(), align: 'end', cell: (job) => count(job, 'unchanged') },
    { key: 'quarantined', title: m.imports_quarantined(), align: 'end', cell: (job) => count(job, 'quarantined') },
    {
      key: 'started',
      title: m.imports_started(),
      cell: (job) => <TwoLines first={format.dateTime(job.createdAt)} second={job.createdBy ?? ''} />,
    },
  ];
}

function State({ job }: { readonly job: ImportJob }) {
  const { tone, word } = stateFaces[job.state];
  if (!isRunning(job)) return <StatusBadge tone={tone}>{word()}</StatusBadge>;
  return <ProgressBar share={job.progress} label={m.imports_progress_label({ percent: Math.round(job.progress * 100) })} />;
}
