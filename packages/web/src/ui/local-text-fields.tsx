import { Form, Input } from 'antd';
import { m } from '../paraglide/messages.js';
import styles from './local-text-fields.module.css';

/** A name in both languages; half a name is a defect. `name` is the field of the form. */
export function LocalTextFields({ name }: { readonly name: string }) {
  const rules = [{ required: true, whitespace: true, message: m.shell_name_missing() }];
  return (
    <div className={styles.pair}>
      <Form.Item name={[name, 'zh']} label={m.shell_name_zh()} rules={rules}>
        <Input lang="zh-CN" autoComplete="off" maxLength={400} />
      </Form.Item>
      <Form.Item name={[name, 'en']} label={m.shell_name_en()} rules={rules}>
        <Input lang="en" autoComplete="off" maxLength={400} />
      </Form.Item>
    </div>
  );
}
