import { useBlocker } from '@tanstack/react-router';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** Asks before work that is not saved is left behind: inside the application in words, else by the browser. */
export function LeaveGuard({ unsaved }: { readonly unsaved: number }) {
  const format = useFormat();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => unsaved > 0,
    enableBeforeUnload: () => unsaved > 0,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      title={m.collections_sheet_leave_title()}
      open={status === 'blocked'}
      onClose={() => reset?.()}
      onConfirm={() => proceed?.()}
      confirmLabel={m.collections_sheet_leave()}
    >
      {m.collections_sheet_leave_text({ n: format.number(unsaved) })}
    </ConfirmDialog>
  );
}
