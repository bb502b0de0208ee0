import { useMutation } from '@tanstack/react-query';
import type { Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { freezeResult } from '@zhiheng/contract/campaigns/results';
import { Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import styles from '../campaigns.module.css';

/** Freezes the figures as they are; a correction says why. */
export function FreezeDialog({
  campaign: { id, version, frozen },
  onClose,
}: {
  readonly campaign: Campaign;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<{ reason: string }>();
  const isCorrection = frozen.length > 0;
  const freeze = useMutation({
    mutationFn: ({ reason = '' }: { reason?: string }) => call(freezeResult, { params: { id }, body: { version, reason } }),
    meta: { showsError: true, done: m.campaigns_was_frozen() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<{ reason: string }>
      title={isCorrection ? m.campaigns_correct() : m.campaigns_freeze()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ reason: '' }}
      onSubmit={(values) => freeze.mutate(values)}
      pending={freeze.isPending}
      error={freeze.error}
      submitLabel={m.campaigns_freeze()}
    >
      <p className={styles.note}>{m.campaigns_freeze_note()}</p>
      {isCorrection ? (
        <Form.Item
          name="reason"
          label={m.campaigns_reason()}
          rules={[{ required: true, whitespace: true, message: m.campaigns_reason_missing() }]}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
