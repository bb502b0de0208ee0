import { useMutation } from '@tanstack/react-query';
import { deleteScorecard, type Scorecard } from '@zhiheng/contract/evaluation/scores';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { Button } from 'antd';
import { call } from '../../lib/call.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';
import { useMay } from '../identity/index.ts';

/** To the trash at once; the toast takes it back. */
export function DeleteScorecard({ scorecard, onDone }: { readonly scorecard: Scorecard; readonly onDone: () => void }) {
  const may = useMay();
  const restore = useMutation({
    mutationFn: (id: string) => call(restoreFromTrash, { params: { kind: 'scorecard', id } }),
    meta: { done: m.board_editor_restored() },
  });
  const remove = useMutation({
    mutationFn: (id: string) => call(deleteScorecard, { params: { id } }),
    onSuccess: (_done, id) => {
      const undo = { label: m.board_editor_undo(), run: () => restore.mutate(id) };
      showToast({ tone: 'good', words: m.board_editor_deleted(), ...(may('trash.restore') ? { undo } : {}) });
      onDone();
    },
  });
  return (
    <Button danger loading={remove.isPending} onClick={() => remove.mutate(scorecard.id)}>
      {m.board_editor_delete()}
    </Button>
  );
}
