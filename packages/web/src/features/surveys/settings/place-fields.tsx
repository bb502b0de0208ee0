import { Form, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { subjectParts, usePartOptions } from '../../subjects/index.ts';
import styles from './settings.module.css';

const places = [
  ['serviceId', 'service'],
  ['siteId', 'site'],
  ['teamId', 'team'],
] as const;

/** What is surveyed, as far as it is always the same; a distribution may say more. */
export function PlaceFields() {
  const format = useFormat();
  const options = usePartOptions();
  return (
    <div className={styles.three}>
      {places.map(([field, part]) => (
        <Form.Item key={field} name={field} label={subjectParts[part].label()} normalize={(value: string | undefined) => value ?? null}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={m.surveys_settings_any()}
            options={options[part].map(({ id, name }) => ({ value: id, label: format.text(name) }))}
          />
        </Form.Item>
      ))}
    </div>
  );
}
