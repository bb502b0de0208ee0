import { useMutation } from '@tanstack/react-query';
import { excludeTime } from '@zhiheng/contract/cases/exclusions';
import { Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { instantInZone } from '../../../lib/wall-time.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';

interface Values {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** Takes a stretch of time out of all clocks of a case. */
export function ExcludeTimeDialog({ id, onClose }: Props) {
  const { zone } = useFormat();
  const [form] = Form.useForm<Values>();
  const exclude = useMutation({
    mutationFn: ({ from, to, reason }: Values) =>
      call(excludeTime, { params: { id }, body: { from: instantInZone(from, zone), to: instantInZone(to, zone), reason } }),
    meta: { showsError: true, done: m.reports_exclude_done() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const needed = [{ required: true, message: m.reports_exclude_time_missing() }];
  return (
    <FormDialog<Values>
      title={m.reports_exclude()}
      open
      onClose={onClose}
      form={form}
      initialValues={{}}
      onSubmit={(values) => exclude.mutate(values)}
      pending={exclude.isPending}
      error={exclude.error}
      submitLabel={m.reports_exclude()}
    >
      <FormPair>
        <Form.Item name="from" label={m.reports_exclude_from()} rules={needed}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="to" label={m.reports_exclude_to()} rules={needed}>
          <Input type="datetime-local" />
        </Form.Item>
      </FormPair>
      <Form.Item
        name="reason"
        label={m.reports_months_reason()}
        extra={m.reports_exclude_help({ zone })}
        rules={[{ required: true, whitespace: true, message: m.reports_months_reason_missing() }]}
      >
        <Input.TextArea rows={3} maxLength={500} placeholder={m.reports_months_reason_hint()} />
      </Form.Item>
    </FormDialog>
  );
}
