import { useBlocker } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** Asks before changes that nobody published are left behind. Another year of the same page is no leaving. */
export function LeaveGuard({ unsaved }: { readonly unsaved: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && current.pathname !== next.pathname,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      title={m.calendars_leave_title()}
      open={status === 'blocked'}
      onClose={() => reset?.()}
      onConfirm={() => proceed?.()}
      confirmLabel={m.calendars_leave()}
    >
      {m.calendars_leave_text()}
    </ConfirmDialog>
  );
}
