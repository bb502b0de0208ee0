import { useMutation } from '@tanstack/react-query';
import { createAction, updateAction, type Project, type ProjectAction } from '@zhiheng/contract/improvement/projects';
import { phasesOf } from '@zhiheng/contract/improvement/project-phases';
import { Form, Input, InputNumber, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormGrid } from '../../../ui/form-grid.tsx';
import { OwnerSelect, usePartOptions } from '../../subjects/index.ts';
import { phaseOptions } from '../project-words.ts';

type Values = Pick<ProjectAction, 'phase' | 'title' | 'note' | 'ownerId' | 'teamId' | 'startOn' | 'dueOn' | 'weight' | 'dependsOn'>;

interface Props {
  readonly project: Project;
  /** undefined: a new one */
  readonly action: ProjectAction | undefined;
  readonly onClose: () => void;
}

const dayOrNull = (day: string | null | undefined): string | null => (day === '' ? null : (day ?? null));

export function ActionDialog({ project, action, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const { id, template } = project;
  const save = useMutation({
    mutationFn: (values: Values) => {
      const body = { ...values, teamId: values.teamId ?? null, startOn: dayOrNull(values.startOn), dueOn: dayOrNull(values.dueOn) };
      return action === undefined
        ? call(createAction, { params: { id }, body })
        : call(updateAction, { params: { id, actionId: action.id }, body: { ...body, version: action.version } });
    },
    meta: { showsError: true, done: m.improvement_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={action === undefined ? m.improvement_action_new() : action.title}
      open
      onClose={onClose}
      form={form}
      initialValues={action ?? { phase: phasesOf[template][0], title: '', note: '', ownerId: null, teamId: null, weight: 1, dependsOn: [] }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.improvement_save()}
      width={640}
    >
      <Form.Item
        name="title"
        label={m.improvement_action()}
        rules={[{ required: true, whitespace: true, message: m.improvement_action_missing() }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <FormGrid>
        <Form.Item name="phase" label={m.improvement_phase()}>
          <Select options={phaseOptions(template)} />
        </Form.Item>
        <Form.Item name="weight" label={m.improvement_weight()} extra={m.improvement_weight_help()}>
          <InputNumber min={1} max={100} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </FormGrid>
      <PeopleItems />
      <FormGrid>
        <Form.Item name="startOn" label={m.improvement_start()}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="dueOn" label={m.improvement_due()}>
          <Input type="date" />
        </Form.Item>
      </FormGrid>
      <DependsItem project={project} self={action?.id} />
      <Form.Item name="note" label={m.improvement_note()}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}

function PeopleItems() {
  const format = useFormat();
  const { team } = usePartOptions();
  return (
    <FormGrid>
      <Form.Item name="ownerId" label={m.improvement_owner()}>
        <OwnerSelect placeholder={m.improvement_nobody()} />
      </Form.Item>
      <Form.Item name="teamId" label={m.improvement_team()}>
        <Select
          allowClear
          placeholder={m.improvement_no_team()}
          options={team.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
    </FormGrid>
  );
}

function DependsItem({ project: { actions }, self }: { readonly project: Project; readonly self: string | undefined }) {
  const others = actions.filter(({ id }) => id !== self);
  return (
    <Form.Item name="dependsOn" label={m.improvement_depends_on()}>
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={m.improvement_depends_none()}
        options={others.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </Form.Item>
  );
}
