import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CaseImport } from '@zhiheng/contract/cases/case-imports';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { caseImportQuery, isRunning } from './case-imports.query.ts';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';

const route = getRouteApi('/app/case-imports/$id');

/** One import: its progress while it runs, its result afterwards. The address can be left and come back to. */
export function CaseImportPage() {
  const { id } = route.useParams();
  const format = useFormat();
  const query = useQuery(caseImportQuery(id));
  const job = query.data;
  return (
    <>
      <PageHeader
        title={job === undefined ? m.case_imports_title() : job.fileName}
        line={job === undefined ? undefined : lineOf(job, format)}
        actions={<Link to="/app/case-imports">{m.case_imports_back_to_list()}</Link>}
      />
      <QueryView query={query}>{(data) => (isRunning(data) ? <ImportProgress job={data} /> : <ImportResult job={data} />)}</QueryView>
    </>
  );
}

const lineOf = ({ dryRun, productName, createdAt, createdBy }: CaseImport, format: Format): string =>
  [dryRun ? m.case_imports_step_dry_run() : null, format.text(productName), format.dateTime(createdAt), createdBy]
    .filter((part) => part !== null)
    .join(' · ');
