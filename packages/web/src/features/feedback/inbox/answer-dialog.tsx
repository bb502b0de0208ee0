import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { answerFeedback, type Feedback } from '@zhiheng/contract/feedback/feedback';
import { Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';

type Values = NonNullable<CallInput<typeof answerFeedback>['body']>;

interface Props {
  readonly feedback: Feedback;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function AnswerDialog(props: Props) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ feedback, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const answer = useMutation({
    mutationFn: (body: Values) => call(answerFeedback, { params: { id: feedback.id }, body }),
    meta: { showsError: true, done: m.feedback_answer_sent() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const rules = [{ required: true, whitespace: true, message: m.feedback_required() }];
  return (
    <FormDialog
      title={m.feedback_answer()}
      open
      width={640}
      onClose={onClose}
      form={form}
      initialValues={{ subject: m.feedback_answer_subject(), body: '' }}
      onSubmit={(values) => answer.mutate(values)}
      pending={answer.isPending}
      error={answer.error}
      submitLabel={m.feedback_answer_submit()}
    >
      <p>{m.feedback_answer_to({ address: feedback.contact })}</p>
      <Form.Item name="subject" label={m.feedback_answer_subject_label()} rules={rules}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item name="body" label={m.feedback_answer_body()} rules={rules}>
        <Input.TextArea rows={8} maxLength={10_000} />
      </Form.Item>
    </FormDialog>
  );
}
