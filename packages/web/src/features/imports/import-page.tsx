import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import buttons from '../../ui/link-button.module.css';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { importQuery, isRunning } from './imports.query.ts';

const route = getRouteApi('/app/imports/$id');

/** One import: its progress while it runs, its result afterwards. The address can be left and come back to. */
export function ImportPage() {
  const { id } = route.useParams();
  const format = useFormat();
  const query = useQuery(importQuery(id));
  const job = query.data;
  return (
    <>
      <PageHeader
        title={job === undefined ? m.imports_title() : job.fileName}
        line={
          job === undefined
            ? undefined
            : [job.dryRun ? m.imports_dry_run() : null, format.dateTime(job.createdAt), job.createdBy]
                .filter((part) => part !== null)
                .join(' · ')
        }
        actions={
          <>
            <Link to="/app/imports">{m.imports_back_to_list()}</Link>
            <Link to="/app/imports/new" className={buttons.primary}>
              {m.imports_another()}
            </Link>
          </>
        }
      />
      <QueryView query={query}>{(data) => (isRunning(data) ? <ImportProgress job={data} /> : <ImportResult job={data} />)}</QueryView>
    </>
  );
}
