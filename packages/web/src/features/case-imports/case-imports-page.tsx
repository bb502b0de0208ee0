import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CaseImport } from '@zhiheng/contract/cases/case-imports';
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
import { caseImportsQuery, isRunning } from './case-imports.query.ts';
import { stateFaces } from './state-faces.ts';

/** Every import of cases and where it stands; what runs is looked at again and again. */
export function CaseImportsPage() {
  const format = useFormat();
  const query = useInfiniteQuery(caseImportsQuery);
  const start = (
    <Link to="/app/case-imports/new" className={buttons.primary}>
      {m.case_imports_new()}
    </Link>
  );
  return (
    <>
      <PageHeader title={m.case_imports_title()} line={m.case_imports_subtitle()} actions={start} />
      <QueryView
        query={query}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={{ title: m.case_imports_none_title(), words: m.case_imports_none_text(), action: start }}
      >
        {(data) => (
          <DataTable
            label={m.case_imports_title()}
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

function columnsOf(format: Format): Column<CaseImport>[] {
  const count = (key: keyof CaseImport['counts']) => (job: CaseImport) => format.number(job.counts[key]);
  return [
    {
      key: 'file',
      title: m.case_imports_file(),
      cell: (job) => (
        <TwoLines
          first={
            <Link to="/app/case-imports/$id" params={{ id: job.id }}>
              {job.fileName}
            </Link>
          }
          second={[job.dryRun ? m.case_imports_step_dry_run() : null, format.text(job.productName)]
            .filter((part) => part !== null)
            .join(' · ')}
        />
      ),
    },
    { key: 'state', title: m.case_imports_state(), width: '17%', cell: (job) => <State job={job} /> },
    { key: 'cases', title: m.case_imports_count_cases(), align: 'end', cell: count('cases') },
    { key: 'created', title: m.case_imports_count_created(), align: 'end', cell: count('created') },
    { key: 'updated', title: m.case_imports_count_updated(), align: 'end', cell: count('updated') },
    { key: 'refused', title: m.case_imports_count_refused(), align: 'end', cell: count('refused') },
    {
      key: 'started',
      title: m.case_imports_started(),
      cell: (job) => <TwoLines first={format.dateTime(job.createdAt)} second={job.createdBy ?? ''} />,
    },
  ];
}

function State({ job }: { readonly job: CaseImport }) {
  const { tone, word } = stateFaces[job.state];
  if (!isRunning(job)) return <StatusBadge tone={tone}>{word()}</StatusBadge>;
  return <ProgressBar share={job.progress} label={m.case_imports_progress({ percent: Math.round(job.progress * 100) })} />;
}
