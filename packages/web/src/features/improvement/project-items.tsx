import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FormGrid } from '../../ui/form-grid.tsx';
import { FormPair } from '../../ui/form-pair.tsx';
import { useMay } from '../identity/index.ts';
import { indicatorsQuery } from '../indicators/index.ts';
import { OwnerSelect } from '../subjects/index.ts';
import { findingOptionsQuery } from './projects.query.ts';

export function TitleItem() {
  return (
    <Form.Item
      name="title"
      label={m.improvement_name()}
      rules={[{ required: true, whitespace: true, message: m.improvement_title_missing() }]}
    >
      <Input maxLength={200} />
    </Form.Item>
  );
}

export function DayItems() {
  const rules = [{ required: true, message: m.improvement_day_missing() }];
  return (
    <FormPair>
      <Form.Item name="startOn" label={m.improvement_start()} rules={rules}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="dueOn" label={m.improvement_due()} rules={rules}>
        <Input type="date" />
      </Form.Item>
    </FormPair>
  );
}

/** What is to be reached; it stands still once the work has begun. */
export function GoalItems({ fixed }: { readonly fixed: boolean }) {
  const format = useFormat();
  const may = useMay();
  const { data = [] } = useQuery({ ...indicatorsQuery, enabled: may('measurement.read') });
  return (
    <>
      <Form.Item name="goal" label={m.improvement_goal()} extra={fixed ? m.improvement_fixed() : m.improvement_goal_help()}>
        <Input.TextArea rows={3} maxLength={4000} disabled={fixed} />
      </Form.Item>
      <FormGrid>
        <Form.Item name="indicatorCode" label={m.improvement_indicator()} normalize={(value: string | undefined) => value ?? null}>
          <Select
            allowClear
            disabled={fixed}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={m.improvement_indicator_none()}
            options={data.map(({ code, name }) => ({ value: code, label: format.text(name) }))}
          />
        </Form.Item>
        <Form.Item name="targetValue" label={m.improvement_target()}>
          <InputNumber style={{ width: '100%' }} disabled={fixed} />
        </Form.Item>
      </FormGrid>
    </>
  );
}

export function OwnerItems() {
  return (
    <FormGrid>
      <Form.Item name="ownerId" label={m.improvement_owner()}>
        <OwnerSelect placeholder={m.improvement_nobody()} />
      </Form.Item>
      <Form.Item name="budget" label={m.improvement_budget()}>
        <InputNumber min={0} style={{ width: '100%' }} />
      </Form.Item>
    </FormGrid>
  );
}

export function FindingsItem() {
  const format = useFormat();
  const may = useMay();
  const { data = [] } = useQuery(findingOptionsQuery(may('findings.read')));
  return (
    <Form.Item name="findingIds" label={m.improvement_findings()}>
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        disabled={!may('findings.read')}
        placeholder={m.improvement_findings_none()}
        options={data.map(({ id, number, title }) => ({ value: id, label: `${number} ${format.text(title)}` }))}
      />
    </Form.Item>
  );
}
