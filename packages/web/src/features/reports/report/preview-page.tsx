import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReportKind } from '@zhiheng/contract/reports/report-kind';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { filterIn } from '../../subjects/index.ts';
import { kindWords } from '../report-words.ts';
import { previewQuery } from '../reports.query.ts';
import { DocumentView } from './document-view.tsx';

const route = getRouteApi('/app/reports/preview');

/** The sections as they would be now; nothing is kept. */
export function ReportPreviewPage() {
  const search = route.useSearch();
  const { kind, period } = search;
  const back = <Link to="/app/reports">{m.reporting_back()}</Link>;
  if (kind === undefined || period === undefined)
    return (
      <>
        <PageHeader title={m.reporting_preview()} />
        <EmptyState title={m.reporting_preview_what()} action={back} />
      </>
    );
  return (
    <>
      <PageHeader title={`${m.reporting_preview()}: ${kindWords[kind]()}`} line={m.reporting_preview_line()} actions={back} />
      <Preview kind={kind} period={period} scope={filterIn(search)} />
    </>
  );
}

interface Props {
  readonly kind: ReportKind;
  readonly period: string;
  readonly scope: ReturnType<typeof filterIn>;
}

function Preview(asked: Props) {
  const query = useQuery(previewQuery(asked));
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(document) => <DocumentView document={document} />}
    </QueryView>
  );
}
