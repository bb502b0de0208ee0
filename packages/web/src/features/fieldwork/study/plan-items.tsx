import { Form, Input, InputNumber, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormPair } from '../../../ui/form-pair.tsx';
import { subjectParts, usePartOptions } from '../../subjects/index.ts';

/** What a study is for, where, when, and how many sessions and raters it wants. */
export function PlanItems() {
  const format = useFormat();
  const { service } = usePartOptions();
  return (
    <>
      <FormPair>
        <Form.Item name={['purpose', 'zh']} label={m.fieldwork_purpose_zh()}>
          <Input.TextArea lang="zh-CN" rows={2} maxLength={4000} />
        </Form.Item>
        <Form.Item name={['purpose', 'en']} label={m.fieldwork_purpose_en()}>
          <Input.TextArea lang="en" rows={2} maxLength={4000} />
        </Form.Item>
      </FormPair>
      <Form.Item name="serviceId" label={subjectParts.service.label()} normalize={(value: string | undefined) => value ?? null}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={m.fieldwork_no_service()}
          options={service.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
      <FormPair>
        <Form.Item name="from" label={m.fieldwork_from()}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label={m.fieldwork_until()} dependencies={['from']} rules={[endsAfterBegin]}>
          <Input type="date" />
        </Form.Item>
      </FormPair>
      <FormPair>
        <Form.Item name="wanted" label={m.fieldwork_wanted()} extra={m.fieldwork_wanted_help()}>
          <InputNumber min={1} max={10_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="raters" label={m.fieldwork_raters_wanted()} extra={m.fieldwork_raters_help()}>
          <InputNumber min={1} max={5} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </FormPair>
    </>
  );
}

interface Fields {
  readonly getFieldValue: (name: string) => unknown;
}

const endsAfterBegin = ({ getFieldValue }: Fields) => ({
  validator: (_: unknown, until: unknown) => {
    const from = getFieldValue('from');
    const wrong = typeof from === 'string' && typeof until === 'string' && until !== '' && until < from;
    return wrong ? Promise.reject(new Error(m.fieldwork_until_wrong())) : Promise.resolve();
  },
});
