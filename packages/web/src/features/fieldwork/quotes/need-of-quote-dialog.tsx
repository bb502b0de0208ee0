import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { noteNeedOfQuote, type FieldQuote } from '@zhiheng/contract/fieldwork/codes';
import { needKind } from '@zhiheng/contract/feedback/need-kind';
import { Form, Input, InputNumber, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { optionsOf } from '../fieldwork-words.ts';
import styles from './quotes.module.css';

type Values = CallInput<typeof noteNeedOfQuote>['body'];
const kindWords = { need: m.feedback_need_need, pain: m.feedback_need_pain, wish: m.feedback_need_wish } as const;

/** What customers need, in the words of the house; the quote is what it rests on. */
export function NeedOfQuoteDialog({ quote: { id, text }, onClose }: { readonly quote: FieldQuote; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const note = useMutation({
    mutationFn: (body: Values) => call(noteNeedOfQuote, { params: { id }, body }),
    meta: { showsError: true, done: m.fieldwork_need_now() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={m.fieldwork_to_need()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ kind: 'need', importance: 3, name: text.slice(0, 200) }}
      onSubmit={(values) => note.mutate(values)}
      pending={note.isPending}
      error={note.error}
      submitLabel={m.fieldwork_save()}
    >
      <blockquote className={styles.source}>{text}</blockquote>
      <Form.Item
        name="name"
        label={m.fieldwork_need_name()}
        rules={[{ required: true, whitespace: true, message: m.fieldwork_need_missing() }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <FormPair>
        <Form.Item name="kind" label={m.fieldwork_need_kind()}>
          <Select options={optionsOf(kindWords, needKind.options)} />
        </Form.Item>
        <Form.Item name="importance" label={m.fieldwork_importance()}>
          <InputNumber min={1} max={5} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </FormPair>
    </FormDialog>
  );
}
