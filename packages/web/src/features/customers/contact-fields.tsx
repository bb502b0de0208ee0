import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { m } from '../../paraglide/messages.js';
import styles from './customers.module.css';

const parts = [
  { key: 'name', label: m.customers_contact_name, most: 200 },
  { key: 'role', label: m.customers_contact_role, most: 200 },
  { key: 'email', label: m.customers_email, most: 200 },
  { key: 'phone', label: m.customers_phone, most: 60 },
] as const;

/** People whom the house speaks with; a line without a name is left out. */
export function ContactFields() {
  return (
    <Form.List name="contacts">
      {(fields, { add, remove }) => (
        <div className={styles.rows}>
          {fields.map(({ key, name }, index) => (
            <div key={key} className={styles.row} role="group" aria-label={m.customers_contact_of({ n: index + 1 })}>
              {parts.map((part) => (
                <Form.Item key={part.key} name={[name, part.key]} noStyle>
                  <Input aria-label={part.label()} placeholder={part.label()} maxLength={part.most} autoComplete="off" />
                </Form.Item>
              ))}
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={m.customers_contact_remove({ n: index + 1 })}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <span>
            <Button icon={<PlusOutlined />} disabled={fields.length >= 50} onClick={() => add({})}>
              {m.customers_contact_add()}
            </Button>
          </span>
        </div>
      )}
    </Form.List>
  );
}
