import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { Rehearsal } from '../../ui/rehearsal.tsx';
import { caseImportQuery, isRunning, startOf } from './case-imports.query.ts';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { keptMapping } from './kept-mapping.ts';

interface Props {
  readonly fileId: string;
  readonly jobId: string | undefined;
  readonly onBack: () => void;
}

/** What an import would do, before it is done. */
export function DryRunStep({ fileId, jobId, onBack }: Props) {
  const navigate = useNavigate();
  const query = useQuery(jobId === undefined ? { queryKey: ['case-imports', 'none'], queryFn: skipToken } : caseImportQuery(jobId));
  const kept = keptMapping(fileId);
  const start = useMutation({
    mutationFn: startOf,
    meta: { showsError: true },
    onSuccess: (job) => navigate({ to: '/app/case-imports/$id', params: { id: job.id } }),
  });
  const importNow = () => {
    if (kept !== null) start.mutate({ fileId, ...kept, dryRun: false });
  };
  const ready = kept !== null && query.data !== undefined && query.data.state === 'done';
  return (
    <Rehearsal
      query={query}
      show={(job) => (isRunning(job) ? <ImportProgress job={job} /> : <ImportResult job={job} />)}
      ready={ready}
      start={start}
      onStart={importNow}
      onBack={onBack}
      words={{ note: m.case_imports_dry_note(), back: m.case_imports_back(), start: m.case_imports_start() }}
    />
  );
}
