import { useMutation, useQuery } from '@tanstack/react-query';
import { createFeedback, enteredChannel } from '@zhiheng/contract/feedback/feedback';
import type { z } from 'zod';
import { Form, Input, InputNumber, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { serviceOptionsQuery, unitOptionsQuery } from '../../subjects/index.ts';
import { channelWords, optionsOf } from '../feedback-words.ts';

interface Values {
  readonly channel: z.infer<typeof enteredChannel>;
  readonly source: string;
  readonly body: string;
  readonly author: string;
  readonly contact: string;
  readonly score: number | null;
  readonly scoreMax: number | null;
  readonly serviceId: string | undefined;
  readonly siteId: string | undefined;
}

interface Props {
  readonly open: boolean;
  /** with the id of what was entered */
  readonly onClose: (saved?: string) => void;
}

export function EntryDialog(props: Props) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const enter = useMutation({
    mutationFn: ({ scoreMax, score, serviceId, siteId, ...values }: Values) =>
      call(createFeedback, {
        body: { ...values, score, scoreMax: score === null ? null : scoreMax, serviceId: serviceId ?? null, siteId: siteId ?? null },
      }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => {
      showToast({ tone: 'good', words: m.feedback_entered() });
      onClose(id);
    },
  });
  return (
    <FormDialog
      title={m.feedback_enter()}
      open
      width={680}
      onClose={() => onClose()}
      form={form}
      initialValues={{ channel: 'suggestion', source: '', body: '', author: '', contact: '', score: null, scoreMax: 5 }}
      onSubmit={(values) => enter.mutate(values)}
      pending={enter.isPending}
      error={enter.error}
      submitLabel={m.shell_save()}
    >
      <Form.Item
        name="body"
        label={m.feedback_column_said()}
        rules={[{ required: true, whitespace: true, message: m.feedback_required() }]}
      >
        <Input.TextArea rows={5} maxLength={20_000} />
      </Form.Item>
      <WhereFields />
    </FormDialog>
  );
}

function WhereFields() {
  const format = useFormat();
  const services = useQuery(serviceOptionsQuery).data ?? [];
  const sites = useQuery(unitOptionsQuery('sites')).data ?? [];
  return (
    <FormPair>
      <Form.Item name="channel" label={m.feedback_channel()}>
        <Select options={optionsOf(channelWords, enteredChannel.options)} />
      </Form.Item>
      <Form.Item name="source" label={m.feedback_source()} extra={m.feedback_source_help()}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="author" label={m.feedback_author()}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="contact" label={m.feedback_contact()} rules={[{ type: 'email', message: m.feedback_contact_wrong() }]}>
        <Input type="email" maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="score" label={m.feedback_score()}>
        <InputNumber min={0} max={1000} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="scoreMax" label={m.feedback_score_max()}>
        <InputNumber min={1} max={1000} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="serviceId" label={m.feedback_service()}>
        <Select allowClear options={services.map(({ id, name }) => ({ value: id, label: format.text(name) }))} />
      </Form.Item>
      <Form.Item name="siteId" label={m.feedback_site()}>
        <Select allowClear options={sites.map(({ id, name }) => ({ value: id, label: format.text(name) }))} />
      </Form.Item>
    </FormPair>
  );
}
