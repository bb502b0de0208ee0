import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ResponseImport } from '@zhiheng/contract/surveys/response-imports';
import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../../../paraglide/messages.js';
import { Card } from '../../../../ui/card.tsx';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { ProgressBar } from '../../../../ui/progress-bar.tsx';
import styles from '../responses.module.css';
import { ImportCounts } from './import-counts.tsx';
import { cancelOf, importQuery } from './imports.query.ts';
import { stateFaces } from './state-faces.ts';

/** How far an import, a trial or an undoing is. */
export function ImportProgress({ job }: { readonly job: ResponseImport }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelOf(job.id),
    onSettled: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: importQuery(job.id).queryKey });
    },
  });
  return (
    <Card title={job.dryRun ? m.surveys_import_trying() : stateFaces[job.state].word()} aside={job.fileName}>
      <ProgressBar share={job.progress} label={m.imports_progress_label({ percent: Math.round(job.progress * 100) })} />
      <ImportCounts job={job} />
      <p className={styles.quiet}>{job.state === 'queued' ? m.imports_queued_text() : m.imports_running_text()}</p>
      {job.state === 'undoing' ? null : (
        <div className={styles.buttons}>
          <Button onClick={() => setAsking(true)}>{m.imports_cancel()}</Button>
        </div>
      )}
      <ConfirmDialog
        title={m.imports_cancel()}
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => cancel.mutate()}
        confirmLabel={m.imports_cancel()}
        pending={cancel.isPending}
      >
        {job.dryRun ? m.surveys_import_cancel_trial() : m.surveys_import_cancel_confirm()}
      </ConfirmDialog>
    </Card>
  );
}
