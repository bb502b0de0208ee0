import { useMutation } from '@tanstack/react-query';
import { approveStandard, returnStandard, type Standard } from '@zhiheng/contract/standards/standards';
import { Form, Input } from 'antd';
import { call } from '../../lib/call.ts';
import { dayIn } from './day-in.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';

interface Props {
  readonly standard: Standard;
  readonly number: number;
  readonly onClose: () => void;
}

export function ApproveDialog({ standard: { id, version }, number, onClose }: Props) {
  const { zone } = useFormat();
  const [form] = Form.useForm<{ from: string }>();
  const approve = useMutation({
    mutationFn: ({ from }: { from: string }) => call(approveStandard, { params: { id }, body: { version, from } }),
    meta: { showsError: true, done: m.standards_approve() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={m.standards_approve_title({ n: number })}
      open
      onClose={onClose}
      form={form}
      initialValues={{ from: dayIn(zone) }}
      onSubmit={(values) => approve.mutate(values)}
      pending={approve.isPending}
      error={approve.error}
      submitLabel={m.standards_approve()}
    >
      <p>{m.standards_approve_text()}</p>
      <Form.Item name="from" label={m.standards_from()} rules={[{ required: true }]}>
        <Input type="date" style={{ maxWidth: 200 }} min={dayIn(zone)} />
      </Form.Item>
    </FormDialog>
  );
}

export function ReturnDialog({ standard: { id, version }, number, onClose }: Props) {
  const [form] = Form.useForm<{ reason: string }>();
  const back = useMutation({
    mutationFn: ({ reason }: { reason: string }) => call(returnStandard, { params: { id }, body: { version, reason } }),
    meta: { showsError: true, done: m.standards_returned_now() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={m.standards_return_title({ n: number })}
      open
      onClose={onClose}
      form={form}
      initialValues={{}}
      onSubmit={(values) => back.mutate(values)}
      pending={back.isPending}
      error={back.error}
      submitLabel={m.standards_return()}
    >
      <Form.Item name="reason" label={m.standards_return_reason()} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
