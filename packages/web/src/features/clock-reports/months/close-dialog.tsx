import { useMutation } from '@tanstack/react-query';
import { closeClockMonth, type ClockMonth } from '@zhiheng/contract/cases/clock-months';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';

interface Props {
  readonly month: ClockMonth;
  readonly onClose: () => void;
}

export function CloseDialog({ month: { agreementId, month }, onClose }: Props) {
  const format = useFormat();
  const close = useMutation({
    mutationFn: () => call(closeClockMonth, { params: { id: agreementId, month } }),
    onSettled: onClose,
    meta: { done: m.reports_months_closed_done() },
  });
  return (
    <ConfirmDialog
      title={m.reports_months_close_title({ month: format.period(month) })}
      open
      onClose={onClose}
      onConfirm={() => close.mutate()}
      confirmLabel={m.reports_months_close()}
      pending={close.isPending}
    >
      {m.reports_months_close_text()}
    </ConfirmDialog>
  );
}
