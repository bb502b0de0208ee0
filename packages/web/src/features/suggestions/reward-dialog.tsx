import { useMutation } from '@tanstack/react-query';
import { rewardSuggestion, type Suggestion } from '@zhiheng/contract/improvement/suggestions';
import { Form, Input, InputNumber } from 'antd';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';

interface Values {
  readonly points: number;
  readonly note: string;
}

/** A reward is a record: it is not taken back. */
export function RewardDialog({
  suggestion: { id, version, title },
  onClose,
}: {
  readonly suggestion: Suggestion;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<Values>();
  const reward = useMutation({
    mutationFn: (values: Values) => call(rewardSuggestion, { params: { id }, body: { version, ...values } }),
    meta: { showsError: true, done: m.suggestions_rewarded() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={title}
      open
      onClose={onClose}
      form={form}
      initialValues={{ points: 50, note: '' }}
      onSubmit={(values) => reward.mutate(values)}
      pending={reward.isPending}
      error={reward.error}
      submitLabel={m.suggestions_reward()}
    >
      <Form.Item name="points" label={m.suggestions_points()} rules={[{ required: true }]}>
        <InputNumber min={1} max={10_000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="note" label={m.suggestions_note()}>
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
