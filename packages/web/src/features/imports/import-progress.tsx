import { useMutation } from '@tanstack/react-query';
import type { ImportJob } from '@zhiheng/contract/measurement/imports';
import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ImportCounts } from './import-counts.tsx';
import { cancelOf } from './imports.query.ts';
import styles from './imports.module.css';

export function ImportProgress({ job }: { readonly job: ImportJob }) {
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => cancelOf(job.id),
    onSettled: () => setAsking(false),
  });
  return (
    <Card title={job.state === 'queued' ? m.imports_state_queued() : m.imports_importing()}>
      <ProgressBar share={job.progress} label={m.imports_progress_label({ percent: Math.round(job.progress * 100) })} />
      <ImportCounts job={job} />
      <p className={styles.quiet}>{job.state === 'queued' ? m.imports_queued_text() : m.imports_running_text()}</p>
      <div className={styles.buttons}>
        <Button onClick={() => setAsking(true)}>{m.imports_cancel()}</Button>
      </div>
      <ConfirmDialog
        title={m.imports_cancel()}
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => cancel.mutate()}
        confirmLabel={m.imports_cancel()}
        pending={cancel.isPending}
      >
        {m.imports_cancel_confirm()}
      </ConfirmDialog>
    </Card>
  );
}
