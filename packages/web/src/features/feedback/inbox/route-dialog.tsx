import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { routeFeedback, type Feedback } from '@zhiheng/contract/feedback/feedback';
import { Form, Input, Radio } from 'antd';
import { call } from '../../../lib/call.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';

type Values = NonNullable<CallInput<typeof routeFeedback>['body']>;

interface Props {
  readonly feedback: Feedback;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function RouteDialog(props: Props) {
  return props.open ? <OpenDialog {...props} /> : null;
}

const longestSubject = 60;

function OpenDialog({ feedback, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const route = useMutation({
    mutationFn: (body: Values) => call(routeFeedback, { params: { id: feedback.id }, body }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ caseNumber }) => {
      showToast({ tone: 'good', words: m.feedback_routed({ number: caseNumber ?? '' }) });
      onClose();
    },
  });
  const types = [
    { value: 'complaint', label: m.feedback_type_complaint() },
    { value: 'request', label: m.feedback_type_request() },
    { value: 'incident', label: m.feedback_type_incident() },
  ];
  const subject = feedback.body.replaceAll(/\s+/g, ' ').slice(0, longestSubject);
  return (
    <FormDialog
      title={m.feedback_route()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ type: feedback.polarity === 'negative' ? 'complaint' : 'request', subject }}
      onSubmit={(values) => route.mutate(values)}
      pending={route.isPending}
      error={route.error}
      submitLabel={m.feedback_route_submit()}
    >
      <Form.Item name="type" label={m.feedback_case_type()}>
        <Radio.Group options={types} />
      </Form.Item>
      <Form.Item
        name="subject"
        label={m.feedback_case_subject()}
        rules={[{ required: true, whitespace: true, message: m.feedback_required() }]}
      >
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <p>{m.feedback_route_words()}</p>
    </FormDialog>
  );
}
