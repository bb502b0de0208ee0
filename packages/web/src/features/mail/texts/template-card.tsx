import { useQuery } from '@tanstack/react-query';
import { templateVariables, type MailTexts, type TemplateKind } from '@zhiheng/contract/mail/mail';
import type { Locale } from '@zhiheng/contract/values/text';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { templateWords } from '../mail-words.ts';
import { previewQuery } from '../mail.query.ts';
import type { TextsMode } from './texts-view.tsx';
import styles from './texts.module.css';

interface Props {
  readonly kind: TemplateKind;
  readonly mode: TextsMode;
  readonly children?: ReactNode;
}

/** One kind of mail in both languages: to write, or as it will look. */
export function TemplateCard({ kind, mode, children }: Props) {
  const names = templateVariables[kind].map((name) => `{${name}}`).join(' ');
  return (
    <Card title={templateWords[kind]()}>
      {children}
      {mode === 'write' ? <p className={styles.hint}>{m.mail_variables({ names })}</p> : null}
      <FormPair>
        <Fields kind={kind} language="zh" hidden={mode === 'preview'} />
        <Fields kind={kind} language="en" hidden={mode === 'preview'} />
      </FormPair>
    </Card>
  );
}

interface FieldsProps {
  readonly kind: TemplateKind;
  readonly language: Locale;
  readonly hidden: boolean;
}

function Fields({ kind, language, hidden }: FieldsProps) {
  const zh = language === 'zh';
  const lang = zh ? 'zh-CN' : 'en';
  return (
    <div>
      <Form.Item
        name={['texts', kind, language, 'subject']}
        label={zh ? m.mail_subject_zh() : m.mail_subject_en()}
        hidden={hidden}
        rules={[{ required: true, whitespace: true, message: m.mail_text_missing() }]}
      >
        <Input maxLength={200} lang={lang} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['texts', kind, language, 'body']}
        label={zh ? m.mail_body_zh() : m.mail_body_en()}
        hidden={hidden}
        rules={[{ required: true, whitespace: true, message: m.mail_text_missing() }]}
      >
        <Input.TextArea rows={9} maxLength={5000} lang={lang} />
      </Form.Item>
      {hidden ? <Preview kind={kind} language={language} /> : null}
    </div>
  );
}

function Preview({ kind, language }: Omit<FieldsProps, 'hidden'>) {
  const form = Form.useFormInstance<{ texts: MailTexts }>();
  const texts = Form.useWatch('texts', { form, preserve: true }) ?? form.getFieldValue('texts');
  const query = useQuery(previewQuery({ kind, language, texts }));
  return (
    <section
      className={styles.preview}
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      aria-label={`${templateWords[kind]()} · ${language === 'zh' ? m.mail_in_zh() : m.mail_in_en()}`}
    >
      <QueryView query={query}>
        {({ subject, text }) => (
          <>
            <p className={styles.subject}>{subject}</p>
            <div className={styles.text}>{text}</div>
          </>
        )}
      </QueryView>
    </section>
  );
}
