import { useMutation } from '@tanstack/react-query';
import { attemptChannel, recordAttempt, type FollowUp } from '@zhiheng/contract/feedback/follow-ups';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { attemptWords, optionsOf } from '../feedback-words.ts';

interface Values {
  readonly channel: z.infer<typeof attemptChannel>;
  readonly reached: boolean;
  readonly note: string;
}
interface Props {
  readonly followUp: FollowUp;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function AttemptDialog(props: Props) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ followUp, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const [{ id, version }] = useState(followUp);
  const reached = Form.useWatch<boolean | undefined>('reached', form);
  const record = useMutation({
    mutationFn: (values: Values) => call(recordAttempt, { params: { id }, body: { ...values, version } }),
    meta: { showsError: true, done: m.feedback_attempt_recorded() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={m.feedback_attempt_record()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ channel: 'phone', reached: true, note: '' }}
      onSubmit={(values) => record.mutate(values)}
      pending={record.isPending}
      error={record.error}
      submitLabel={m.shell_save()}
    >
      <Form.Item name="channel" label={m.feedback_attempt_channel()}>
        <Radio.Group options={optionsOf(attemptWords, attemptChannel.options)} />
      </Form.Item>
      <Form.Item name="reached" label={m.feedback_attempt_outcome()}>
        <Radio.Group
          options={[
            { value: true, label: m.feedback_attempt_reached() },
            { value: false, label: m.feedback_attempt_missed() },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={m.feedback_attempt_note()}
        rules={reached === false ? [] : [{ required: true, whitespace: true, message: m.feedback_required() }]}
      >
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
