import { useMutation } from '@tanstack/react-query';
import { createReportTemplate, updateReportTemplate, type ReportTemplate } from '@zhiheng/contract/reports/templates';
import { Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';

interface Props {
  readonly template: ReportTemplate | null;
  readonly onClose: () => void;
}

type Values = Pick<ReportTemplate, 'name' | 'primary' | 'accent' | 'footer'>;
const house: Values = { name: '', primary: '#1b5fb8', accent: '#b3261e', footer: '' };

export function TemplateDialog({ template, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (body: Values) =>
      template === null
        ? call(createReportTemplate, { body })
        : call(updateReportTemplate, { params: { id: template.id }, body: { ...body, version: template.version } }),
    meta: { showsError: true, done: m.reporting_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={template === null ? m.reporting_template_new() : m.reporting_template_edit()}
      open
      onClose={onClose}
      form={form}
      initialValues={template ?? house}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.reporting_save()}
    >
      <Form.Item name="name" label={m.reporting_template()} rules={[{ required: true, message: m.reporting_name_missing() }]}>
        <Input maxLength={100} />
      </Form.Item>
      <FormPair>
        <Form.Item name="primary" label={m.reporting_primary()} extra={m.reporting_primary_help()}>
          <Input type="color" />
        </Form.Item>
        <Form.Item name="accent" label={m.reporting_accent()} extra={m.reporting_accent_help()}>
          <Input type="color" />
        </Form.Item>
      </FormPair>
      <Form.Item name="footer" label={m.reporting_footer()}>
        <Input maxLength={120} />
      </Form.Item>
    </FormDialog>
  );
}
