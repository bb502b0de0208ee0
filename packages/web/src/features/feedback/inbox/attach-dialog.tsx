import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { Feedback } from '@zhiheng/contract/feedback/feedback';
import { needKind } from '@zhiheng/contract/feedback/need-kind';
import { createNeed, updateNeed, type CustomerNeed } from '@zhiheng/contract/feedback/needs';
import { Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { needKindWords, optionsOf } from '../feedback-words.ts';
import { needsQuery } from '../feedback.query.ts';
import { emptyNeed } from '../needs/need-values.ts';

interface Values {
  /** a need, or that it is a new one */
  readonly needId: string;
  readonly kind: CustomerNeed['kind'];
  readonly name: string;
}
interface Props {
  readonly feedback: Feedback;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function AttachDialog(props: Props) {
  return props.open ? <OpenDialog {...props} /> : null;
}

const fresh = 'new';

/** Lets a need rest on what somebody said. */
function OpenDialog({ feedback, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const [q, setQ] = useState('');
  const found = useInfiniteQuery(needsQuery(q === '' ? {} : { q }));
  const needs = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const needId = Form.useWatch<string | undefined>('needId', form);
  const attach = useMutation({
    mutationFn: (values: Values) => attachTo(values, { needs, feedback }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ name }) => {
      showToast({ tone: 'good', words: m.feedback_to_need_done({ name }) });
      onClose();
    },
  });
  const options = needs.map(({ id, name, sources }) => {
    const rests = sources.some(({ feedbackId }) => feedbackId === feedback.id);
    return { value: id, label: rests ? m.feedback_to_need_already({ name }) : name, disabled: rests };
  });
  return (
    <FormDialog
      title={m.feedback_to_need()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ needId: fresh, kind: feedback.polarity === 'negative' ? 'pain' : 'need', name: '' }}
      onSubmit={(values) => attach.mutate(values)}
      pending={attach.isPending}
      error={attach.error}
      submitLabel={m.feedback_to_need()}
    >
      <Form.Item name="needId" label={m.feedback_to_need_which()}>
        <Select
          showSearch={{ filterOption: false, onSearch: setQ }}
          loading={found.isFetching}
          options={[{ value: fresh, label: m.feedback_to_need_new() }, ...options]}
        />
      </Form.Item>
      {needId === fresh ? <NewNeedFields /> : null}
    </FormDialog>
  );
}

function NewNeedFields() {
  return (
    <>
      <Form.Item name="kind" label={m.feedback_need_kind()}>
        <Radio.Group options={optionsOf(needKindWords, needKind.options)} />
      </Form.Item>
      <Form.Item name="name" label={m.feedback_need_name()} rules={[{ required: true, whitespace: true, message: m.feedback_required() }]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  );
}

interface Known {
  readonly needs: readonly CustomerNeed[];
  readonly feedback: Feedback;
}

/** What a need rests on already stays. */
function attachTo({ needId, kind, name }: Values, { needs, feedback }: Known): Promise<CustomerNeed> {
  const source = { feedbackId: feedback.id, words: '', url: '' };
  const need = needs.find(({ id }) => id === needId);
  if (need === undefined)
    return call(createNeed, { body: { kind, name, importance: emptyNeed.importance, serviceId: feedback.serviceId, sources: [source] } });
  const sources = [...need.sources.map(({ feedbackId, words, url }) => ({ feedbackId, words, url })), source];
  return call(updateNeed, { params: { id: need.id }, body: { version: need.version, sources } });
}
