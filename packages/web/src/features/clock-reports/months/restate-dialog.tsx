import { useMutation } from '@tanstack/react-query';
import { restateClockMonth, type ClockMonth } from '@zhiheng/contract/cases/clock-months';
import { Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog } from '../../../ui/form-dialog.tsx';

interface Props {
  readonly month: ClockMonth;
  readonly onClose: () => void;
}

interface Values {
  readonly reason: string;
}

export function RestateDialog({ month: { agreementId, month }, onClose }: Props) {
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const restate = useMutation({
    mutationFn: ({ reason }: Values) => call(restateClockMonth, { params: { id: agreementId, month }, body: { reason } }),
    onSuccess: onClose,
    meta: { done: m.reports_months_restated_done(), showsError: true },
  });
  return (
    <FormDialog<Values>
      title={m.reports_months_restate_title({ month: format.period(month) })}
      open
      onClose={onClose}
      form={form}
      initialValues={{ reason: '' }}
      onSubmit={(values) => restate.mutate(values)}
      pending={restate.isPending}
      error={restate.error}
      submitLabel={m.reports_months_restate()}
    >
      <p>{m.reports_months_restate_text()}</p>
      <Form.Item
        name="reason"
        label={m.reports_months_reason()}
        rules={[{ required: true, whitespace: true, message: m.reports_months_reason_missing() }]}
      >
        <Input.TextArea rows={3} maxLength={1000} placeholder={m.reports_months_reason_hint()} />
      </Form.Item>
    </FormDialog>
  );
}
