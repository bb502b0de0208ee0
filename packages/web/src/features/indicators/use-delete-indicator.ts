import { useMutation } from '@tanstack/react-query';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { deleteIndicator, type Indicator } from '@zhiheng/contract/measurement/indicators';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';
import { useMay } from '../identity/index.ts';

/** Moves an indicator to the trash at once, and offers to take that back. */
export function useDeleteIndicator(): (indicator: Indicator) => void {
  const format = useFormat();
  const may = useMay();
  const restore = useMutation({
    mutationFn: (indicator: Indicator) => call(restoreFromTrash, { params: { kind: 'indicator', id: indicator.id } }),
    meta: { done: m.library_restored() },
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
  });
  return (indicator) => remove.mutate(indicator);
}
