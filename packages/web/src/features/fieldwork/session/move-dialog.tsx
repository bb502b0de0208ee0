import { useMutation } from '@tanstack/react-query';
import { moveFieldSession, type FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';

interface Values {
  readonly reason: string;
}

interface Props {
  readonly session: FieldSession;
  readonly to: 'planned' | 'cancelled';
  readonly onClose: () => void;
}

/** Cancels a session, or plans it again, and asks why. */
export function MoveDialog({ session: { id, version }, to, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const move = useMutation({
    mutationFn: ({ reason }: Values) => call(moveFieldSession, { params: { id }, body: { version, to, reason } }),
    meta: { showsError: true, done: m.fieldwork_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const title = to === 'cancelled' ? m.fieldwork_cancel_session() : m.fieldwork_plan_again();
  return (
    <FormDialog<Values>
      title={title}
      open
      onClose={onClose}
      form={form}
      initialValues={{ reason: '' }}
      onSubmit={(values) => move.mutate(values)}
      pending={move.isPending}
      error={move.error}
      submitLabel={title}
    >
      <Form.Item
        name="reason"
        label={m.fieldwork_reason()}
        extra={to === 'cancelled' ? m.fieldwork_cancel_help() : m.fieldwork_plan_again_help()}
        rules={[{ required: true, whitespace: true, message: m.fieldwork_reason_missing() }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
