import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { m } from '../../paraglide/messages.js';
import styles from './customers.module.css';

/** What the house knows of a customer in words of its own; a line without a name is left out. */
export function AttributeFields() {
  return (
    <Form.List name="attributes">
      {(fields, { add, remove }) => (
        <div className={styles.rows}>
          {fields.map(({ key, name }, index) => (
            <div key={key} className={styles.pair} role="group" aria-label={m.customers_attribute_of({ n: index + 1 })}>
              <Form.Item name={[name, 'name']} noStyle>
                <Input aria-label={m.customers_attribute_name()} placeholder={m.customers_attribute_name()} maxLength={64} />
              </Form.Item>
              <Form.Item name={[name, 'value']} noStyle>
                <Input aria-label={m.customers_attribute_value()} placeholder={m.customers_attribute_value()} maxLength={400} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={m.customers_attribute_remove({ n: index + 1 })}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <span>
            <Button icon={<PlusOutlined />} onClick={() => add({})}>
              {m.customers_attribute_add()}
            </Button>
          </span>
        </div>
      )}
    </Form.List>
  );
}
