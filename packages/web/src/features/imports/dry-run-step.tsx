import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ImportJob } from '@zhiheng/contract/measurement/imports';
import { skipToken } from '@tanstack/react-query';
import { Button } from 'antd';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportResult } from './import-result.tsx';
import { importQuery, isRunning, startOf } from './imports.query.ts';
import { keptMapping } from './kept-mapping.ts';
import styles from './wizard.module.css';

interface Props {
  readonly fileId: string;
  readonly jobId: string | undefined;
  readonly onBack: () => void;
}

/** What the import would do, with every problem, before anything is stored. */
export function DryRunStep({ fileId, jobId, onBack }: Props) {
  const navigate = useNavigate();
  const query = useQuery(jobId === undefined ? { queryKey: ['imports', 'none'], queryFn: skipToken } : importQuery(jobId));
  const kept = keptMapping(fileId);
  const start = useMutation({
    mutationFn: startOf,
    meta: { showsError: true },
    onSuccess: (job) => navigate({ to: '/app/imports/$id', params: { id: job.id } }),
  });
  const importNow = () => {
    if (kept !== null) start.mutate({ fileId, ...kept, dryRun: false });
  };
  const ready = kept !== null && query.data !== undefined && query.data.state === 'done';
  return (
    <div className={styles.stack}>
      <QueryView query={query}>{(job) => (isRunning(job) ? <Rehearsing job={job} /> : <ImportResult job={job} />)}</QueryView>
      {ready ? <p className={styles.quiet}>{m.imports_dry_note()}</p> : null}
      <ProblemAlert error={start.error} />
      <div className={styles.buttons}>
        <Button onClick={onBack}>{m.imports_back()}</Button>
        <Button type="primary" disabled={!ready} loading={start.isPending} onClick={importNow}>
          {m.imports_start_import()}
        </Button>
      </div>
    </div>
  );
}

function Rehearsing({ job }: { readonly job: ImportJob }) {
  return (
    <Card title={m.imports_step_dry_run()}>
      <ProgressBar share={job.progress} label={m.imports_progress_label({ percent: Math.round(job.progress * 100) })} />
      <ImportCounts job={job} />
      <p className={styles.quiet}>{m.imports_dry_running()}</p>
    </Card>
  );
}
