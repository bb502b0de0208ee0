import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseImport } from '@zhiheng/contract/cases/case-imports';
import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './case-imports.module.css';
import { cancelOf, caseImportQuery } from './case-imports.query.ts';
import { ImportCounts } from './import-counts.tsx';
import { stateFaces } from './state-faces.ts';

/** How far an import is. */
export function ImportProgress({ job }: { readonly job: CaseImport }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelOf(job.id),
    onSettled: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: caseImportQuery(job.id).queryKey });
    },
  });
  const note = job.dryRun ? m.case_imports_dry_running() : m.case_imports_running_text();
  return (
    <Card title={stateFaces[job.state].word()}>
      <ProgressBar share={job.progress} label={m.case_imports_progress({ percent: Math.round(job.progress * 100) })} />
      <ImportCounts job={job} />
      <p className={styles.quiet}>{job.state === 'queued' ? m.case_imports_queued_text() : note}</p>
      <div className={styles.buttons}>
        <Button onClick={() => setAsking(true)}>{m.case_imports_stop()}</Button>
      </div>
      <ConfirmDialog
        title={m.case_imports_stop()}
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => cancel.mutate()}
        confirmLabel={m.case_imports_stop()}
        pending={cancel.isPending}
      >
        {m.case_imports_stop_confirm()}
      </ConfirmDialog>
    </Card>
  );
}
