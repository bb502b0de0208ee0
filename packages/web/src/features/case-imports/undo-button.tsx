import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseImport } from '@zhiheng/contract/cases/case-imports';
import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { undoOf } from './case-imports.query.ts';

/** Takes an import back, as far as nobody has touched what it made. */
export function UndoButton({ job }: { readonly job: CaseImport }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: () => undoOf(job.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case-imports'] }),
    onSettled: () => setAsking(false),
  });
  if (job.undone !== null || job.counts.created === 0) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.case_imports_undo()}</Button>
      <ConfirmDialog
        title={m.case_imports_undo()}
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => undo.mutate()}
        confirmLabel={m.case_imports_undo()}
        pending={undo.isPending}
      >
        {m.case_imports_undo_confirm()}
      </ConfirmDialog>
    </>
  );
}
