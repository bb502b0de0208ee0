import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createProject } from '@zhiheng/contract/improvement/projects';
import { projectTemplate, type ProjectTemplate } from '@zhiheng/contract/improvement/project-kind';
import { Checkbox, Form, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { DayItems, FindingsItem, GoalItems, TitleItem } from '../project-items.tsx';
import { templateHelp, templateWords } from '../project-words.ts';

interface Values {
  readonly title: string;
  readonly template: ProjectTemplate;
  readonly goal: string;
  readonly indicatorCode: string | null;
  readonly targetValue: number | null;
  readonly startOn: string;
  readonly dueOn: string;
  readonly findingIds: string[];
  readonly steps: boolean;
}

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

interface Props {
  /** the finding from which the project begins */
  readonly findingId: string | undefined;
  readonly onClose: () => void;
}

/** Begins a project from a template. */
export function NewProjectDialog({ findingId, onClose }: Props) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const create = useMutation({
    mutationFn: (values: Values) => call(createProject, { body: values }),
    meta: { showsError: true, done: m.improvement_created() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => navigate({ to: '/app/projects/$id', params: { id } }),
  });
  return (
    <FormDialog<Values>
      title={m.improvement_new()}
      open
      onClose={onClose}
      form={form}
      initialValues={{
        ...{ template: 'pdca', goal: '', indicatorCode: null, targetValue: null, startOn: dayIn(0), dueOn: dayIn(90), steps: true },
        findingIds: findingId === undefined ? [] : [findingId],
      }}
      onSubmit={(values) => create.mutate(values)}
      pending={create.isPending}
      error={create.error}
      submitLabel={m.improvement_create()}
      width={640}
    >
      <TitleItem />
      <TemplateItem />
      <GoalItems fixed={false} />
      <DayItems />
      <FindingsItem />
      <Form.Item name="steps" valuePropName="checked" extra={m.improvement_steps_help()}>
        <Checkbox>{m.improvement_steps()}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

function TemplateItem() {
  const template = Form.useWatch<ProjectTemplate | undefined>('template') ?? 'pdca';
  return (
    <Form.Item name="template" label={m.improvement_template()} extra={templateHelp[template]()}>
      <Select options={projectTemplate.options.map((one) => ({ value: one, label: templateWords[one]() }))} />
    </Form.Item>
  );
}
