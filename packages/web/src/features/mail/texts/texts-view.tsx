import { useMutation } from '@tanstack/react-query';
import { updateMailSettings, type MailSettings, type MailTexts } from '@zhiheng/contract/mail/mail';
import { Button, Form, Input, Segmented, Switch } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FormActions } from '../../../ui/form-actions.tsx';
import { showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { withoutState } from '../settings/settings-values.ts';
import { TemplateCard } from './template-card.tsx';
import styles from './texts.module.css';

interface Values {
  readonly confirms: boolean;
  readonly texts: MailTexts;
}
export type TextsMode = 'write' | 'preview';

/** What mails say, in both languages. */
export function TextsView({ settings }: { readonly settings: MailSettings }) {
  const { version, outgoing, incoming, confirms, texts } = settings;
  const [form] = Form.useForm<Values>();
  const [mode, setMode] = useState<TextsMode>('write');
  const save = useMutation({
    mutationFn: () => {
      const accounts = {
        outgoing: outgoing === null ? null : withoutState(outgoing),
        incoming: incoming === null ? null : withoutState(incoming),
      };
      return call(updateMailSettings, { body: { version, ...accounts, ...(form.getFieldsValue(true) as Values) } });
    },
    meta: { showsError: true, done: m.shell_saved() },
    onError: (error) => {
      setMode('write');
      showFieldProblems(form, error);
    },
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={{ confirms, texts }}
      onFinish={() => save.mutate()}
    >
      <Segmented<TextsMode>
        className={styles.mode ?? ''}
        aria-label={m.mail_texts_mode()}
        value={mode}
        options={[
          { value: 'write', label: m.mail_texts_write() },
          { value: 'preview', label: m.mail_texts_preview() },
        ]}
        onChange={setMode}
      />
      <div className={styles.cards}>
        <TemplateCard kind="confirmation" mode={mode}>
          <Form.Item name="confirms" label={m.mail_confirms()} extra={m.mail_confirms_help()} valuePropName="checked">
            <Switch aria-label={m.mail_confirms()} />
          </Form.Item>
        </TemplateCard>
        <TemplateCard kind="reply" mode={mode} />
        <Card title={m.mail_signature()}>
          <FormPair>
            <Form.Item name={['texts', 'signature', 'zh']} label={m.mail_in_zh()}>
              <Input.TextArea rows={3} maxLength={1000} lang="zh-CN" />
            </Form.Item>
            <Form.Item name={['texts', 'signature', 'en']} label={m.mail_in_en()}>
              <Input.TextArea rows={3} maxLength={1000} lang="en" />
            </Form.Item>
          </FormPair>
        </Card>
      </div>
      <ProblemAlert error={save.error} />
      <FormActions>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {m.shell_save()}
        </Button>
      </FormActions>
    </Form>
  );
}
