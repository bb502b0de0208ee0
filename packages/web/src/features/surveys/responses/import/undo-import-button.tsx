import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ResponseImport } from '@zhiheng/contract/surveys/response-imports';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import styles from '../responses.module.css';
import { undoOf } from './imports.query.ts';

/** Takes all answers of an import back, out of every figure. */
export function UndoImportButton({ job }: { readonly job: ResponseImport }) {
  const [asking, setAsking] = useState(false);
  const format = useFormat();
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: () => undoOf(job.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['surveys'] }),
    onSettled: () => setAsking(false),
  });
  if (job.dryRun || job.state === 'undone' || job.counts.stored === 0) return null;
  return (
    <div className={styles.buttons}>
      <Button onClick={() => setAsking(true)}>{m.surveys_import_undo()}</Button>
      <ConfirmDialog
        title={m.surveys_import_undo()}
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => undo.mutate()}
        confirmLabel={m.surveys_import_undo()}
        pending={undo.isPending}
      >
        {m.surveys_import_undo_confirm({ n: format.number(job.counts.stored) })}
      </ConfirmDialog>
    </div>
  );
}
