import { useMutation } from '@tanstack/react-query';
import { updateProject, type Project } from '@zhiheng/contract/improvement/projects';
import { Form, InputNumber } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { DayItems, FindingsItem, GoalItems, OwnerItems, TitleItem } from '../project-items.tsx';

type Values = Pick<
  Project,
  'title' | 'goal' | 'indicatorCode' | 'targetValue' | 'ownerId' | 'startOn' | 'dueOn' | 'budget' | 'spent' | 'findingIds'
>;

/** Changes what a project is for. */
export function EditDialog({ project, onClose }: { readonly project: Project; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const { id, version } = project;
  const save = useMutation({
    mutationFn: ({ targetValue, budget, spent, ...values }: Values) =>
      call(updateProject, {
        params: { id },
        body: { ...values, version, targetValue: targetValue ?? null, budget: budget ?? null, spent: spent ?? 0 },
      }),
    meta: { showsError: true, done: m.improvement_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={project.title}
      open
      onClose={onClose}
      form={form}
      initialValues={project}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.improvement_save()}
      width={640}
    >
      <TitleItem />
      <GoalItems fixed={project.state !== 'draft'} />
      <DayItems />
      <OwnerItems />
      <Form.Item name="spent" label={m.improvement_spent()}>
        <InputNumber min={0} style={{ width: '100%' }} />
      </Form.Item>
      <FindingsItem />
    </FormDialog>
  );
}
