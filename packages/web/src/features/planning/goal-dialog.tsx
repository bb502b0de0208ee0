import { useQuery } from '@tanstack/react-query';
import type { Plan, PlanGoalDraft } from '@zhiheng/contract/improvement/plans';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { useMay } from '../identity/index.ts';
import { indicatorsQuery } from '../indicators/index.ts';
import { needOptionsQuery } from './planning.query.ts';
import { goalDraft, useSavePlan } from './use-save-plan.ts';

interface Values extends Omit<PlanGoalDraft, 'id' | 'stages'> {
  readonly stages: string;
}
interface Props {
  readonly plan: Plan;
  /** undefined: a new one */
  readonly goal: Plan['goals'][number] | undefined;
  readonly onClose: () => void;
}

const stageLine = /^\s*(\d{4}-\d{2}-\d{2})\s+(-?\d+(?:\.\d+)?)\s*$/;
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
const stagesOf = (text: string) =>
  linesOf(text).flatMap((line) => {
    const [, on, value] = stageLine.exec(line) ?? [];
    return on === undefined ? [] : [{ on, value: Number(value) }];
  });

export function GoalDialog({ plan, goal, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const save = useSavePlan(plan, onClose);
  const others = plan.goals.filter(({ id }) => id !== goal?.id).map(goalDraft);
  const submit = ({ stages, indicatorCode, baseline, target, ...values }: Values) => {
    const id = goal?.id ?? crypto.randomUUID();
    const measured = { indicatorCode: indicatorCode ?? null, baseline: baseline ?? null, target: target ?? null };
    save.mutate({ goals: [...others, { ...values, ...measured, id, stages: stagesOf(stages) }] });
  };
  return (
    <FormDialog<Values>
      title={goal?.title ?? m.planning_goal()}
      open
      onClose={onClose}
      form={form}
      initialValues={
        goal === undefined
          ? { title: '', strategy: '', needIds: [], stages: '' }
          : { ...goal, stages: goal.stages.map(({ on, value }) => `${on} ${value}`).join('\n') }
      }
      onSubmit={submit}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.planning_save()}
      width={640}
    >
      <Form.Item name="title" label={m.planning_goal()} rules={[{ required: true, whitespace: true, message: m.planning_name_missing() }]}>
        <Input maxLength={200} />
      </Form.Item>
      <MeasureItems />
      <Form.Item
        name="stages"
        label={m.planning_stages()}
        extra={m.planning_stages_help()}
        rules={[
          {
            validator: (_, text: string) =>
              linesOf(text).every((line) => stageLine.test(line))
                ? Promise.resolve()
                : Promise.reject(new Error(m.planning_stages_wrong())),
          },
        ]}
      >
        <Input.TextArea rows={2} />
      </Form.Item>
      <ServesItems />
      {goal === undefined ? null : (
        <Button danger onClick={() => save.mutate({ goals: others })}>
          {m.planning_remove()}
        </Button>
      )}
    </FormDialog>
  );
}

function MeasureItems() {
  const format = useFormat();
  const may = useMay();
  const { data = [] } = useQuery({ ...indicatorsQuery, enabled: may('measurement.read') });
  return (
    <>
      <Form.Item name="indicatorCode" label={m.planning_indicator()}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={data.map(({ code, name }) => ({ value: code, label: format.text(name) }))}
        />
      </Form.Item>
      <FormGrid>
        <Form.Item name="baseline" label={m.planning_baseline()}>
          <InputNumber style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="target" label={m.planning_target()}>
          <InputNumber style={{ width: '100%' }} />
        </Form.Item>
      </FormGrid>
    </>
  );
}

function ServesItems() {
  const may = useMay();
  const { data = [] } = useQuery(needOptionsQuery(may('feedback.read')));
  return (
    <>
      <Form.Item name="strategy" label={m.planning_strategy()}>
        <Input maxLength={1000} />
      </Form.Item>
      <Form.Item name="needIds" label={m.planning_needs()}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={data.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </>
  );
}
