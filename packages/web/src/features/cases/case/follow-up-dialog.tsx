import { useMutation } from '@tanstack/react-query';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { recordFollowUp } from '@zhiheng/contract/cases/cases';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { Form, Input, Radio, Rate } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { channelWords, optionsOf } from '../words/case-words.ts';
import { outcomeWords, type Outcome } from './outcome-words.ts';

type Body = NonNullable<CallInput<typeof recordFollowUp>['body']>;
type Values = Pick<Body, 'channel' | 'outcome' | 'note' | 'rating' | 'nextOn'>;

interface Props {
  readonly shown: ServiceCase;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What came of a contact after the solution; not solved opens the case again. */
export function FollowUpDialog(props: Props) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ shown, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const [{ id, version }] = useState(shown);
  const outcome = Form.useWatch<Outcome | undefined>('outcome', form);
  const record = useMutation({
    mutationFn: ({ rating, nextOn, ...values }: Values) =>
      // No star given is no rating.
      call(recordFollowUp, {
        params: { id },
        body: { ...values, version, rating: rating === 0 ? null : (rating ?? null), ...(nextOn ? { nextOn } : {}) },
      }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: () => {
      showToast({ tone: 'good', words: m.cases_follow_up_recorded() });
      onClose();
    },
  });
  return (
    <FormDialog
      title={m.cases_follow_up_record()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ channel: 'phone', outcome: 'solved', note: '', rating: null }}
      onSubmit={(values) => record.mutate(values)}
      pending={record.isPending}
      error={record.error}
      submitLabel={m.shell_save()}
      width={480}
    >
      <Form.Item name="channel" label={m.cases_fact_channel()}>
        <Radio.Group options={optionsOf(channelWords, ['phone', 'email', 'on-site', 'chat'])} />
      </Form.Item>
      <Form.Item
        name="outcome"
        label={m.cases_follow_up_outcome()}
        extra={outcome === 'not-solved' ? m.cases_follow_up_reopens() : undefined}
      >
        <Radio.Group options={optionsOf(outcomeWords, ['solved', 'not-solved', 'not-reached'])} />
      </Form.Item>
      {outcome === 'not-reached' ? (
        <Form.Item name="nextOn" label={m.cases_follow_up_next()} extra={m.cases_follow_up_next_help()}>
          <Input type="date" style={{ maxWidth: 200 }} />
        </Form.Item>
      ) : (
        <Form.Item name="rating" label={m.cases_follow_up_rating()}>
          <Rate />
        </Form.Item>
      )}
      <Form.Item
        name="note"
        label={m.cases_follow_up_note()}
        rules={[{ required: true, whitespace: true, message: m.cases_follow_up_note_missing() }]}
      >
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  );
}
