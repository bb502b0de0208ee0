import { useMutation } from '@tanstack/react-query';
import { excludeTime } from '@zhiheng/contract/monitoring/objectives';
import { Form, Input } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { instantInZone } from '../../lib/wall-time.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { FormPair } from '../../ui/form-pair.tsx';

interface Values {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Asks for time to be left out; somebody else decides. */
export function ExcludeDialog({ objectiveId, onClose }: { readonly objectiveId: string; readonly onClose: () => void }) {
  const { zone } = useFormat();
  const [form] = Form.useForm<Values>();
  const exclude = useMutation({
    mutationFn: ({ from, to, reason }: Values) =>
      call(excludeTime, { params: { id: objectiveId }, body: { from: instantInZone(from, zone), to: instantInZone(to, zone), reason } }),
    meta: { showsError: true, done: m.objectives_exclusion_asked() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const needed = [{ required: true, message: m.objectives_time_missing() }];
  return (
    <FormDialog<Values>
      title={m.objectives_exclude()}
      open
      onClose={onClose}
      form={form}
      initialValues={{}}
      onSubmit={(values) => exclude.mutate(values)}
      pending={exclude.isPending}
      error={exclude.error}
      submitLabel={m.objectives_exclude_ask()}
    >
      <FormPair>
        <Form.Item name="from" label={m.objectives_exclude_from()} rules={needed}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="to" label={m.objectives_exclude_to()} rules={needed}>
          <Input type="datetime-local" />
        </Form.Item>
      </FormPair>
      <Form.Item
        name="reason"
        label={m.objectives_reason()}
        extra={m.objectives_exclude_help({ zone })}
        rules={[{ required: true, whitespace: true, message: m.objectives_reason_missing() }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}
