import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { saveStandardDraft, updateStandard, type Clause, type Standard } from '@zhiheng/contract/standards/standards';
import type { LocalProse, LocalText } from '@zhiheng/contract/values/text';
import { Button, Form, Input, Select } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { showFieldProblems } from '../../ui/form-dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { FormPair } from '../../ui/form-pair.tsx';
import { LocalTextFields } from '../../ui/local-text-fields.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ForbiddenState } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { usePartOptions } from '../subjects/index.ts';
import { ClauseFields } from './clause-fields.tsx';
import { standardQuery } from './standards.query.ts';

const route = getRouteApi('/app/standards/$id/edit');

interface Values {
  readonly name: LocalText;
  readonly purpose: LocalProse;
  readonly serviceIds: string[];
  readonly clauses: Clause[];
  readonly reason: string;
}

/** Writes the next version of a standard. */
export function StandardEditorPage() {
  const { id } = route.useParams();
  const may = useMay();
  const format = useFormat();
  const query = useQuery(standardQuery(id));
  if (!may('standards.write')) return <ForbiddenState />;
  return (
    <>
      <PageHeader
        title={m.standards_editor_title({ name: query.data === undefined ? '' : format.text(query.data.name) })}
        line={m.standards_editor_line()}
        actions={
          <Link to="/app/standards/$id" params={{ id }}>
            {m.standards_back_to_one()}
          </Link>
        }
      />
      <QueryView query={query}>{(standard) => <Editor standard={standard} />}</QueryView>
    </>
  );
}

/** Name and scope are saved with the clauses, one after the other: each answers with the version that the next one names. */
async function save(standard: Standard, { clauses, reason, ...head }: Values): Promise<Standard> {
  const params = { id: standard.id };
  const { version } = await call(updateStandard, { params, body: { ...head, version: standard.version } });
  return call(saveStandardDraft, { params, body: { version, clauses, reason } });
}

function Editor({ standard }: { readonly standard: Standard }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [newest] = standard.versions;
  const saving = useMutation({
    mutationFn: (values: Values) => save(standard, values),
    meta: { showsError: true, done: m.standards_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id, versions: [written] }) =>
      navigate({ to: '/app/standards/$id', params: { id }, search: { version: written?.number } }),
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={{
        ...{ name: standard.name, purpose: standard.purpose, serviceIds: standard.serviceIds, clauses: newest?.clauses ?? [] },
        reason: newest?.state === 'draft' ? newest.reason : '',
      }}
      onFinish={(values) => saving.mutate(values)}
    >
      <Card title={m.standards_edit_head()}>
        <HeadFields />
      </Card>
      <Card title={m.standards_clauses()}>
        <ClauseFields />
        <Form.Item name="reason" label={m.standards_reason()}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <ProblemAlert error={saving.error} />
        <FormActions>
          <Button type="primary" htmlType="submit" loading={saving.isPending}>
            {m.standards_save_draft()}
          </Button>
        </FormActions>
      </Card>
    </Form>
  );
}

function HeadFields() {
  const format = useFormat();
  const { service } = usePartOptions();
  return (
    <>
      <LocalTextFields name="name" />
      <FormPair>
        <Form.Item name={['purpose', 'zh']} label={m.standards_purpose_zh()}>
          <Input.TextArea rows={2} maxLength={4000} lang="zh-CN" />
        </Form.Item>
        <Form.Item name={['purpose', 'en']} label={m.standards_purpose_en()}>
          <Input.TextArea rows={2} maxLength={4000} lang="en" />
        </Form.Item>
      </FormPair>
      <Form.Item name="serviceIds" label={m.standards_services()}>
        <Select
          mode="multiple"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={m.standards_services_all()}
          options={service.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
    </>
  );
}
