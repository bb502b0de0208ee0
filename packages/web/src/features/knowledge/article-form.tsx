import { useQuery } from '@tanstack/react-query';
import type { Locale } from '@zhiheng/contract/values/text';
import { Button, Form, Input, Segmented, Select, type FormInstance } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { FormPair } from '../../ui/form-pair.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { serviceOptionsQuery } from '../subjects/index.ts';
import styles from './article-form.module.css';
import { ArticleText } from './article-text.tsx';
import type { ArticleValues } from './article-values.ts';
import { languageTag } from './article-words.tsx';

interface Props {
  readonly form: FormInstance<ArticleValues>;
  readonly initialValues: ArticleValues;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (values: ArticleValues) => void;
}

/** Both languages side by side; one may stay empty. */
export function ArticleForm({ form, initialValues, pending, error, onSubmit }: Props) {
  const [view, setView] = useState<'write' | 'preview'>('write');
  return (
    <Form<ArticleValues> form={form} layout="vertical" requiredMark={false} initialValues={initialValues} onFinish={onSubmit}>
      <Card>
        <Segmented<'write' | 'preview'>
          className={styles.view}
          aria-label={m.knowledge_view()}
          value={view}
          options={[
            { value: 'write', label: m.knowledge_write() },
            { value: 'preview', label: m.knowledge_preview() },
          ]}
          onChange={setView}
        />
        <FormPair>
          <LanguageFields locale="zh" preview={view === 'preview'} />
          <LanguageFields locale="en" preview={view === 'preview'} />
        </FormPair>
        <p className={styles.hint}>{m.knowledge_marks_hint()}</p>
        <ConcernFields />
        <ProblemAlert error={error} />
        <FormActions>
          <Button type="primary" htmlType="submit" loading={pending}>
            {m.shell_save()}
          </Button>
        </FormActions>
      </Card>
    </Form>
  );
}

function LanguageFields({ locale, preview }: { readonly locale: Locale; readonly preview: boolean }) {
  const form = Form.useFormInstance<ArticleValues>();
  const text = Form.useWatch(['body', locale], form) ?? '';
  const other = locale === 'zh' ? 'en' : 'zh';
  const label = locale === 'zh' ? m.knowledge_title_zh() : m.knowledge_title_en();
  return (
    <div>
      <Form.Item
        name={['title', locale]}
        label={label}
        dependencies={[['title', other]]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value: string | undefined) =>
              (value ?? '').trim() === '' && String(getFieldValue(['title', other]) ?? '').trim() === ''
                ? Promise.reject(new Error(m.knowledge_title_needed()))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input maxLength={300} lang={languageTag[locale]} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['body', locale]} label={locale === 'zh' ? m.knowledge_body_zh() : m.knowledge_body_en()} hidden={preview}>
        <Input.TextArea rows={16} maxLength={50_000} lang={languageTag[locale]} />
      </Form.Item>
      {preview ? (
        <section className={styles.preview} aria-label={locale === 'zh' ? m.knowledge_body_zh() : m.knowledge_body_en()}>
          {text.trim() === '' ? <p className={styles.hint}>{m.knowledge_no_text()}</p> : <ArticleText text={text} locale={locale} />}
        </section>
      ) : null}
    </div>
  );
}

function ConcernFields() {
  const format = useFormat();
  const services = useQuery(serviceOptionsQuery);
  return (
    <FormPair>
      <Form.Item name="keywords" label={m.knowledge_keywords()} extra={m.knowledge_keywords_hint()}>
        <Select mode="tags" tokenSeparators={[',', '，', '、']} open={false} suffixIcon={null} maxCount={30} />
      </Form.Item>
      <Form.Item name="serviceIds" label={m.knowledge_services()} extra={m.knowledge_services_hint()}>
        <Select
          mode="multiple"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={m.knowledge_services_all()}
          loading={services.isPending}
          options={(services.data ?? []).map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
      <Form.Item name="reviewOn" label={m.knowledge_review_on()} extra={m.knowledge_review_hint()}>
        <Input type="date" style={{ maxWidth: 200 }} />
      </Form.Item>
    </FormPair>
  );
}
