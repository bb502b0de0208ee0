import { useQuery } from '@tanstack/react-query';
import type { Plan, PlanLineDraft } from '@zhiheng/contract/improvement/plans';
import { planLineKind } from '@zhiheng/contract/improvement/plan-kind';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { OwnerSelect } from '../subjects/index.ts';
import { kindWords } from './planning-words.ts';
import { projectOptionsQuery } from './planning.query.ts';
import { lineDraft, useSavePlan } from './use-save-plan.ts';

type Values = Omit<PlanLineDraft, 'id'>;
interface Props {
  readonly plan: Plan;
  /** undefined: a new one */
  readonly line: Plan['lines'][number] | undefined;
  readonly onClose: () => void;
}

const dayOrNull = (day: string | null | undefined): string | null => (day === '' ? null : (day ?? null));

/** A line that a project carries out is as far as its actions; any other says itself when it was done. */
export function LineDialog({ plan, line, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const save = useSavePlan(plan, onClose);
  const { data = [] } = useQuery(projectOptionsQuery);
  const others = plan.lines.filter(({ id }) => id !== line?.id).map(lineDraft);
  const submit = ({ goalId, projectId, ...values }: Values) => {
    const days = { dueOn: dayOrNull(values.dueOn), doneOn: dayOrNull(values.doneOn) };
    const id = line?.id ?? crypto.randomUUID();
    save.mutate({ lines: [...others, { ...values, ...days, id, goalId: goalId ?? null, projectId: projectId ?? null }] });
  };
  return (
    <FormDialog<Values>
      title={line?.title ?? m.planning_measure()}
      open
      onClose={onClose}
      form={form}
      initialValues={line ?? { kind: 'process', title: '', ownerId: null, weight: 1 }}
      onSubmit={submit}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.planning_save()}
      width={640}
    >
      <Form.Item
        name="title"
        label={m.planning_measure()}
        rules={[{ required: true, whitespace: true, message: m.planning_name_missing() }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <FormGrid>
        <Form.Item name="kind" label={m.planning_kind()}>
          <Select options={planLineKind.options.map((kind) => ({ value: kind, label: kindWords[kind]() }))} />
        </Form.Item>
        <Form.Item name="goalId" label={m.planning_goal()}>
          <Select allowClear options={plan.goals.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
        <Form.Item name="ownerId" label={m.planning_owner()}>
          <OwnerSelect placeholder={m.planning_nobody()} />
        </Form.Item>
        <Form.Item name="weight" label={m.planning_weight()}>
          <InputNumber min={1} max={100} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="dueOn" label={m.planning_due()}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="doneOn" label={m.planning_done_on()}>
          <Input type="date" />
        </Form.Item>
      </FormGrid>
      <Form.Item name="projectId" label={m.planning_project()}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={m.planning_project_none()}
          options={data.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        />
      </Form.Item>
      {line === undefined ? null : (
        <Button danger onClick={() => save.mutate({ lines: others })}>
          {m.planning_remove()}
        </Button>
      )}
    </FormDialog>
  );
}
