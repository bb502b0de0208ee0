import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useQuarantineActions, type QuarantineChoice } from './use-quarantine-actions.ts';

interface Props {
  /** without `ids`: every open row that fits the filters */
  readonly choice: QuarantineChoice;
  readonly rows: number;
  readonly onDone?: () => void;
}

/** Retry and dismiss, for all rows that fit or for those selected. */
export function QuarantineActions({ choice, rows, onDone }: Props) {
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { retry, dismiss } = useQuarantineActions(choice, () => {
    setAsking(false);
    onDone?.();
  });
  const n = format.number(rows);
  const selected = choice.ids !== undefined;
  const dismissWords = selected ? m.imports_quarantine_dismiss_selected({ n }) : m.imports_quarantine_dismiss_all();
  return (
    <>
      <Button onClick={() => setAsking(true)}>{dismissWords}</Button>
      <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate()}>
        {selected ? m.imports_quarantine_retry_selected({ n }) : m.imports_quarantine_retry_all()}
      </Button>
      <ConfirmDialog
        title={m.imports_quarantine_dismiss_title()}
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => dismiss.mutate()}
        confirmLabel={m.imports_quarantine_dismiss()}
        pending={dismiss.isPending}
      >
        {m.imports_quarantine_dismiss_confirm({ n })}
      </ConfirmDialog>
    </>
  );
}
