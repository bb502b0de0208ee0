import { useQuery } from '@tanstack/react-query';
import { customerKind } from '@zhiheng/contract/customers/customer-kind';
import { Form, Input, InputNumber, Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FormPair } from '../../ui/form-pair.tsx';
import { FormSection } from '../../ui/form-section.tsx';
import { AttributeFields } from './attribute-fields.tsx';
import { ContactFields } from './contact-fields.tsx';
import { kindWords } from './customer-words.ts';
import { segmentRulesQuery } from './customers.query.ts';
import styles from './customers.module.css';

interface Props {
  readonly fixedCode: boolean;
  /** personal values came masked: they are not shown as fields */
  readonly masked: boolean;
}

export function CustomerFields({ fixedCode, masked }: Props) {
  return (
    <>
      {masked ? <p className={styles.masked}>{m.customers_personal_hidden()}</p> : <PersonalFields fixedCode={fixedCode} />}
      <ValueFields />
      {masked ? null : (
        <>
          <FormSection title={m.customers_contacts()}>
            <ContactFields />
          </FormSection>
          <Form.Item name="note" label={m.customers_note()}>
            <Input.TextArea rows={2} maxLength={4000} />
          </Form.Item>
        </>
      )}
      <FormSection title={m.customers_attributes()} note={m.customers_attributes_hint()}>
        <AttributeFields />
      </FormSection>
    </>
  );
}

function PersonalFields({ fixedCode }: { readonly fixedCode: boolean }) {
  const required = { required: true, whitespace: true, message: m.customers_required() };
  return (
    <FormPair>
      <Form.Item name="name" label={m.customers_name()} rules={[required]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="code" label={m.customers_code()} extra={fixedCode ? undefined : m.customers_code_hint()}>
        <Input maxLength={64} disabled={fixedCode} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="phone" label={m.customers_phone()}>
        <Input type="tel" maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label={m.customers_email()} rules={[{ type: 'email', message: m.customers_email_wrong() }]}>
        <Input type="email" maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="address" label={m.customers_address()}>
        <Input maxLength={400} autoComplete="off" />
      </Form.Item>
    </FormPair>
  );
}

function ValueFields() {
  const format = useFormat();
  const segments = useQuery(segmentRulesQuery);
  return (
    <FormPair>
      <Form.Item name="kind" label={m.customers_kind()}>
        <Select options={customerKind.options.map((value) => ({ value, label: kindWords[value]() }))} />
      </Form.Item>
      <Form.Item name="language" label={m.customers_language()}>
        <Select
          options={[
            { value: 'zh', label: m.customers_language_zh() },
            { value: 'en', label: m.customers_language_en() },
          ]}
        />
      </Form.Item>
      <Form.Item name="segmentId" label={m.customers_segment_choice()}>
        <Select
          allowClear
          loading={segments.isPending}
          placeholder={m.customers_segment_by_rules()}
          options={(segments.data?.items ?? []).map(({ segmentId, name }) => ({ value: segmentId, label: format.text(name) }))}
        />
      </Form.Item>
      <Form.Item name="annualValue" label={m.customers_value()}>
        <InputNumber min={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="since" label={m.customers_since()}>
        <Input type="date" />
      </Form.Item>
    </FormPair>
  );
}
