import { useQuery } from '@tanstack/react-query';
import { period } from '@zhiheng/contract/measurement/indicator';
import { Form, Input, InputNumber, Select } from 'antd';
import { periodWords } from '../../lib/figures/indicator-words.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FormPair } from '../../ui/form-pair.tsx';
import { OwnerSelect } from '../subjects/index.ts';
import { enteredIndicatorsQuery } from './collections.query.ts';
import { SubjectsField } from './subjects-field.tsx';

export function PlanFields() {
  const format = useFormat();
  const indicators = useQuery(enteredIndicatorsQuery);
  const required = { required: true, message: m.collections_required() };
  const named = { ...required, whitespace: true };
  return (
    <>
      <FormPair>
        <Form.Item name={['name', 'zh']} label={m.collections_plan_name_zh()} rules={[named]}>
          <Input maxLength={400} lang="zh-CN" autoComplete="off" />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={m.collections_plan_name_en()} rules={[named]}>
          <Input maxLength={400} lang="en" autoComplete="off" />
        </Form.Item>
      </FormPair>
      <Form.Item name="indicators" label={m.collections_plan_indicators()} extra={m.collections_plan_formula_note()} rules={[required]}>
        <Select
          mode="multiple"
          maxCount={60}
          showSearch={{ optionFilterProp: 'label' }}
          loading={indicators.isPending}
          options={(indicators.data ?? []).map(({ code, name }) => ({ value: code, label: format.text(name) }))}
        />
      </Form.Item>
      <Form.Item name="subjectIds" label={m.collections_plan_subjects()} rules={[required]}>
        <SubjectsField />
      </Form.Item>
      <FormPair>
        <Form.Item name="period" label={m.collections_plan_period()}>
          <Select options={period.options.map((value) => ({ value, label: periodWords[value]() }))} />
        </Form.Item>
        <Form.Item name="ownerId" label={m.collections_plan_owner()}>
          <OwnerSelect placeholder={m.library_none()} />
        </Form.Item>
        <Form.Item name="startsOn" label={m.collections_plan_starts_on()} extra={m.collections_starts_on_hint()} rules={[required]}>
          <Input type="date" min="1970-01-01" max="2099-12-31" />
        </Form.Item>
        <Form.Item name="dueDays" label={m.collections_plan_due_days()} extra={m.collections_due_days_hint()} rules={[required]}>
          <InputNumber min={0} max={120} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </FormPair>
    </>
  );
}
