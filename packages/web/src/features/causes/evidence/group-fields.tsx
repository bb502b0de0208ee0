import { Form, Input, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { partNames, subjectParts, usePartOptions } from '../../subjects/index.ts';
import styles from '../causes.module.css';

/** Days and slice of a group. What an organisation does not have is not offered. */
export function GroupFields({ at, title }: { readonly at: 0 | 1; readonly title: string }) {
  const format = useFormat();
  const options = usePartOptions();
  const rules = [{ required: true, message: m.causes_required() }];
  return (
    <fieldset style={{ margin: '0 0 12px', padding: '4px 12px 0', border: '1px solid var(--line)', borderRadius: 8 }}>
      <legend>{title}</legend>
      <div className={styles.group}>
        <Form.Item name={['groups', at, 'from']} label={m.causes_from()} rules={rules}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={['groups', at, 'to']} label={m.causes_to()} rules={rules}>
          <Input type="date" />
        </Form.Item>
        {partNames
          .filter((part) => options[part].length > 0)
          .map((part) => (
            <Form.Item key={part} name={['groups', at, subjectParts[part].key]} label={subjectParts[part].label()}>
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={subjectParts[part].all()}
                options={options[part].map((option) => ({ value: option.id, label: format.text(option.name) }))}
              />
            </Form.Item>
          ))}
      </div>
    </fieldset>
  );
}
