import { useMutation, useQueryClient } from '@tanstack/react-query';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { deleteIndicator, type Indicator } from '@zhiheng/contract/measurement/indicators';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { problemWords } from '../../lib/problem-words.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';
import { useMay } from '../identity/index.ts';

/** Moves an indicator to the trash at once, and offers to take that back. */
export function useDeleteIndicator(): (indicator: Indicator) => void {
  const client = useQueryClient();
  const format = useFormat();
  const may = useMay();
  const refresh = () => client.invalidateQueries();
  const complain = (error: unknown) => showToast({ tone: 'bad', words: problemWords(error) });
  const restore = useMutation({
    mutationFn: (indicator: Indicator) => call(restoreFromTrash, { params: { kind: 'indicator', id: indicator.id } }),
    onSuccess: () => showToast({ tone: 'good', words: m.library_restored() }),
    onError: complain,
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (indicator: Indicator) => call(deleteIndicator, { params: { code: indicator.code } }),
    onSuccess: (_done, indicator) => {
      const undo = { label: m.library_undo(), run: () => restore.mutate(indicator) };
      showToast({
        tone: 'good',
        words: m.library_deleted({ name: format.text(indicator.name) }),
        ...(may('trash.restore') ? { undo } : {}),
      });
    },
    onError: complain,
    onSettled: refresh,
  });
  return (indicator) => remove.mutate(indicator);
}
