import { useQuery } from '@tanstack/react-query';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import { reportDelivery, reportFormat, reportKind } from '@zhiheng/contract/reports/report-kind';
import type { ReportOrder } from '@zhiheng/contract/reports/reports';
import { Checkbox, Form, Radio, Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { FormPair } from '../../ui/form-pair.tsx';
import { SubjectFilterBar } from '../subjects/index.ts';
import { deliveryWords, formatWords, kindWords } from './report-words.ts';
import { templatesQuery } from './reports.query.ts';

export const plainOrder: ReportOrder = {
  ...{ kind: 'quality', language: 'zh', formats: ['pptx', 'pdf'], scope: {} },
  ...{ templateId: null, recipients: [], delivery: 'link' },
};

interface ScopeProps {
  readonly value?: SubjectFilter;
  readonly onChange?: (scope: SubjectFilter) => void;
}
function ScopeField({ value = {}, onChange }: ScopeProps) {
  return <SubjectFilterBar value={value} onChange={(change) => onChange?.({ ...value, ...change })} />;
}

const languages = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
];

/** What a report is made of, how it looks and who gets it. */
export function OrderItems() {
  const { data } = useQuery(templatesQuery);
  const templates = data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return (
    <>
      <FormPair>
        <Form.Item name="kind" label={m.reporting_kind()}>
          <Select options={reportKind.options.map((kind) => ({ value: kind, label: kindWords[kind]() }))} />
        </Form.Item>
        <Form.Item name="language" label={m.reporting_language()}>
          <Select options={languages} />
        </Form.Item>
      </FormPair>
      <Form.Item name="formats" label={m.reporting_formats()} rules={[{ required: true, message: m.reporting_formats_missing() }]}>
        <Checkbox.Group options={reportFormat.options.map((format) => ({ value: format, label: formatWords[format]() }))} />
      </Form.Item>
      <Form.Item name="scope" label={m.reporting_scope()}>
        <ScopeField />
      </Form.Item>
      <Form.Item name="templateId" label={m.reporting_template()}>
        <Select options={[{ value: null, label: m.reporting_template_none() }, ...templates]} />
      </Form.Item>
      <Form.Item name="recipients" label={m.reporting_recipients()} extra={m.reporting_recipients_help()}>
        <Select mode="tags" maxCount={50} tokenSeparators={[',', ';', ' ', '，', '；']} open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="delivery" label={m.reporting_delivery()}>
        <Radio.Group options={reportDelivery.options.map((one) => ({ value: one, label: deliveryWords[one]() }))} />
      </Form.Item>
    </>
  );
}
