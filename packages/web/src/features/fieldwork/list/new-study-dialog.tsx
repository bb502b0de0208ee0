import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { fieldKind, type FieldKind } from '@zhiheng/contract/fieldwork/fieldwork-kinds';
import { createFieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { Form, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { kindWords, optionsOf } from '../fieldwork-words.ts';
import { studyOptionsQuery, templatesQuery } from '../fieldwork.query.ts';
import { PlanItems } from '../study/plan-items.tsx';
import { emptyPlan, planOf, type PlanValues } from '../study/plan-values.ts';

interface Values extends PlanValues {
  readonly kind: FieldKind;
  /** `template:code` or `study:id`; nothing: the template of the kind */
  readonly guide?: string;
}

/** Begins a study: its guide comes from a template or from an earlier study. */
export function NewStudyDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const create = useMutation({
    mutationFn: ({ kind, guide, ...plan }: Values) => call(createFieldStudy, { body: { kind, ...planOf(plan), ...guideOf(guide) } }),
    meta: { showsError: true, done: m.fieldwork_created() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => navigate({ to: '/app/fieldwork/$id/guide', params: { id } }),
  });
  return (
    <FormDialog<Values>
      title={m.fieldwork_new()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ ...emptyPlan, kind: 'interview' }}
      onSubmit={(values) => create.mutate(values)}
      pending={create.isPending}
      error={create.error}
      submitLabel={m.fieldwork_begin()}
      width={640}
    >
      <FormPair>
        <Form.Item name="kind" label={m.fieldwork_kind()}>
          <Select options={optionsOf(kindWords, fieldKind.options)} onChange={() => form.setFieldValue('guide', undefined)} />
        </Form.Item>
        <GuideItem />
      </FormPair>
      <LocalTextFields name="name" />
      <PlanItems />
    </FormDialog>
  );
}

function guideOf(guide: string | undefined): { readonly template?: string; readonly copyOf?: string } {
  const [from, key = ''] = (guide ?? '').split(':');
  if (from === 'study') return { copyOf: key };
  return from === 'template' ? { template: key } : {};
}

/** Ready guides of the kind that is chosen, and those of earlier studies of it. */
function GuideItem() {
  const format = useFormat();
  const kind = Form.useWatch<FieldKind | undefined>('kind');
  const { data: templates = [] } = useQuery(templatesQuery);
  const { data: studies = [] } = useQuery(studyOptionsQuery);
  const ready = templates.filter((template) => template.kind === kind);
  const earlier = studies.filter((study) => study.kind === kind);
  const groups = [
    {
      label: m.fieldwork_guide_ready(),
      options: ready.map(({ code, name }) => ({ value: `template:${code}`, label: format.text(name) })),
    },
    { label: m.fieldwork_guide_earlier(), options: earlier.map(({ id, name }) => ({ value: `study:${id}`, label: format.text(name) })) },
  ];
  return (
    <Form.Item name="guide" label={m.fieldwork_guide()} extra={m.fieldwork_guide_help()}>
      <Select allowClear placeholder={m.fieldwork_guide_usual()} options={groups.filter(({ options }) => options.length > 0)} />
    </Form.Item>
  );
}
