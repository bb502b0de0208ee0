import { useMutation } from '@tanstack/react-query';
import { closeFollowUp, followUpResult, type FollowUp, type FollowUpResult } from '@zhiheng/contract/feedback/follow-ups';
import { Form, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { optionsOf, resultWords } from '../feedback-words.ts';

interface Values {
  readonly result: FollowUpResult;
  readonly cause?: string;
  readonly remedy?: string;
  readonly secondScore?: number | null;
}
interface Props {
  readonly followUp: FollowUp;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ResultDialog(props: Props) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ followUp, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const [{ id, version, history, cause, remedy, scoreMax }] = useState(followUp);
  const reached = history.some((attempt) => attempt.reached);
  const result = Form.useWatch<FollowUpResult | undefined>('result', form) ?? (reached ? 'recovered' : 'unreachable');
  const close = useMutation({
    mutationFn: (values: Values) => call(closeFollowUp, { params: { id }, body: { ...values, version } }),
    meta: { showsError: true, done: m.feedback_result_recorded() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const required = [{ required: true, whitespace: true, message: m.feedback_required() }];
  return (
    <FormDialog
      title={m.feedback_result_record()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ result, cause, remedy, secondScore: null }}
      onSubmit={(values) => close.mutate(values)}
      pending={close.isPending}
      error={close.error}
      submitLabel={m.feedback_result_submit()}
    >
      <Form.Item name="result" label={m.feedback_follow_up_result()}>
        <Radio.Group options={optionsOf(resultWords, followUpResult.options)} />
      </Form.Item>
      {result === 'unreachable' ? null : (
        <>
          <Form.Item name="cause" label={m.feedback_cause()} rules={required}>
            <Input maxLength={2000} autoComplete="off" />
          </Form.Item>
          <Form.Item name="remedy" label={m.feedback_remedy()} rules={result === 'recovered' ? required : []}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
          <Form.Item
            name="secondScore"
            label={scoreMax === null ? m.feedback_second_score() : m.feedback_second_score_of({ most: scoreMax })}
          >
            <InputNumber min={0} {...(scoreMax === null ? {} : { max: scoreMax })} style={{ width: 160 }} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
