import { useMutation } from '@tanstack/react-query';
import { withdrawVerification } from '@zhiheng/contract/verification/verifications';
import { Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';

interface Values {
  readonly reason: string;
}

/** The plan stays visible with the reason. */
export function WithdrawDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const withdraw = useMutation({
    mutationFn: (body: Values) => call(withdrawVerification, { params: { id }, body }),
    meta: { showsError: true, done: m.verification_withdrawn_toast() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={m.verification_withdraw()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ reason: '' }}
      onSubmit={(values) => withdraw.mutate(values)}
      pending={withdraw.isPending}
      error={withdraw.error}
      submitLabel={m.verification_withdraw()}
    >
      <Form.Item
        name="reason"
        label={m.verification_withdraw_reason()}
        rules={[{ required: true, whitespace: true, message: m.verification_withdraw_missing() }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
