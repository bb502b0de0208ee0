import { Form, Input } from 'antd';
import { codeFromName } from '../lib/code-from-name.ts';
import { m } from '../paraglide/messages.js';
import styles from './local-text-fields.module.css';

interface Props {
  /** the field of the form, or the way to it through lists */
  readonly name: string | readonly (string | number)[];
  /** the English name suggests the code, until somebody writes one */
  readonly suggestsCode?: boolean;
}

/** A name in both languages; half a name is a defect. */
export function LocalTextFields({ name, suggestsCode = false }: Props) {
  const form = Form.useFormInstance();
  const path = typeof name === 'string' ? [name] : name;
  const rules = [{ required: true, whitespace: true, message: m.shell_name_missing() }];
  const suggest = (english: string) => {
    if (suggestsCode && !form.isFieldTouched('code')) form.setFieldValue('code', codeFromName(english, '-'));
  };
  return (
    <div className={styles.pair}>
      <Form.Item name={[...path, 'zh']} label={m.shell_name_zh()} rules={rules}>
        <Input lang="zh-CN" autoComplete="off" maxLength={400} />
      </Form.Item>
      <Form.Item name={[...path, 'en']} label={m.shell_name_en()} rules={rules}>
        <Input lang="en" autoComplete="off" maxLength={400} onChange={(event) => suggest(event.target.value)} />
      </Form.Item>
    </div>
  );
}
