import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ImportJob } from '@zhiheng/contract/measurement/imports';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Rehearsal } from '../../ui/rehearsal.tsx';
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
    <Rehearsal
      query={query}
      show={(job) => (isRunning(job) ? <Rehearsing job={job} /> : <ImportResult job={job} />)}
      ready={ready}
      start={start}
      onStart={importNow}
      onBack={onBack}
      words={{ note: m.imports_dry_note(), back: m.imports_back(), start: m.imports_start_import() }}
    />
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
