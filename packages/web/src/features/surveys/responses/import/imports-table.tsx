import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ResponseImport } from '@zhiheng/contract/surveys/response-imports';
import { useFormat, type Format } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { Card } from '../../../../ui/card.tsx';
import { DataTable, type Column } from '../../../../ui/data-table.tsx';
import { MoreButton } from '../../../../ui/more-button.tsx';
import { ProgressBar } from '../../../../ui/progress-bar.tsx';
import { QueryView } from '../../../../ui/query-view.tsx';
import { StatusBadge } from '../../../../ui/status-badge.tsx';
import { TwoLines } from '../../../../ui/two-lines.tsx';
import { importsQuery, isRunning } from './imports.query.ts';
import { stateFaces } from './state-faces.ts';

/** Every import of the survey and where it stands; what runs is looked at again and again. */
export function ImportsTable({ surveyId }: { readonly surveyId: string }) {
  const format = useFormat();
  const query = useInfiniteQuery(importsQuery(surveyId));
  return (
    <QueryView query={query}>
      {({ pages }) =>
        pages[0]?.items.length === 0 ? null : (
          <Card title={m.surveys_imports()}>
            <DataTable
              label={m.surveys_imports()}
              rows={pages.flatMap((page) => page.items)}
              rowKey={({ id }) => id}
              columns={columnsOf(format)}
            />
            <MoreButton query={query} />
          </Card>
        )
      }
    </QueryView>
  );
}

function columnsOf(format: Format): Column<ResponseImport>[] {
  const count = (key: 'rows' | 'stored' | 'refused') => (job: ResponseImport) => format.number(job.counts[key]);
  return [
    {
      key: 'file',
      title: m.surveys_import_file(),
      cell: (job) => (
        <TwoLines
          first={
            <Link to="/app/surveys/$id/import" params={{ id: job.surveyId }} search={{ job: job.id }}>
              {job.fileName}
            </Link>
          }
          second={job.dryRun ? m.surveys_import_trial() : m.surveys_version_number({ n: format.number(job.versionNumber) })}
        />
      ),
    },
    { key: 'state', title: m.imports_state(), width: '17%', cell: (job) => <State job={job} /> },
    { key: 'rows', title: m.surveys_import_read(), align: 'end', cell: count('rows') },
    { key: 'stored', title: m.surveys_import_stored(), align: 'end', cell: (job) => (job.dryRun ? '—' : count('stored')(job)) },
    { key: 'refused', title: m.surveys_import_refused(), align: 'end', cell: count('refused') },
    {
      key: 'started',
      title: m.surveys_import_started(),
      cell: (job) => <TwoLines first={format.dateTime(job.createdAt)} second={job.createdBy ?? ''} />,
    },
  ];
}

function State({ job }: { readonly job: ResponseImport }) {
  const { tone, word } = stateFaces[job.state];
  if (!isRunning(job)) return <StatusBadge tone={tone}>{word()}</StatusBadge>;
  return <ProgressBar share={job.progress} label={m.imports_progress_label({ percent: Math.round(job.progress * 100) })} />;
}
