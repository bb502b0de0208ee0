import { useMutation } from '@tanstack/react-query';
import { moveProject, type Project } from '@zhiheng/contract/improvement/projects';
import type { ProjectState } from '@zhiheng/contract/improvement/project-kind';
import { Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import styles from '../improvement.module.css';

export interface Way {
  readonly to: ProjectState;
  readonly label: () => string;
  readonly help?: () => string;
}

interface Props {
  readonly project: Project;
  readonly way: Way;
  readonly onClose: () => void;
}

/** Another way than the usual one; everybody can read why it was taken. */
export function ReasonDialog({ project: { id, version }, way: { to, label, help }, onClose }: Props) {
  const [form] = Form.useForm<{ reason: string }>();
  const move = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      call(moveProject, {
        params: { id },
        body: { version, to, ...(to === 'running' && help !== undefined ? { unverifiedReason: reason } : { reason }) },
      }),
    meta: { showsError: true, done: m.improvement_moved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<{ reason: string }>
      title={label()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ reason: '' }}
      onSubmit={(values) => move.mutate(values)}
      pending={move.isPending}
      error={move.error}
      submitLabel={label()}
    >
      {help === undefined ? null : <p className={styles.note}>{help()}</p>}
      <Form.Item
        name="reason"
        label={m.improvement_reason()}
        rules={[{ required: true, whitespace: true, message: m.improvement_reason_missing() }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
