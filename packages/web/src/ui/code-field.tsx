import { code } from '@zhiheng/contract/values/text';
import { Form, Input } from 'antd';
import { m } from '../paraglide/messages.js';

/** The stable machine name of a thing that is being made. */
export function CodeField() {
  return (
    <Form.Item
      name="code"
      label={m.shell_code()}
      extra={m.shell_code_help()}
      rules={[
        {
          validator: (_rule, value) =>
            code.safeParse(value).success ? Promise.resolve() : Promise.reject(new Error(m.shell_code_wrong())),
        },
      ]}
    >
      <Input autoComplete="off" spellCheck={false} maxLength={64} />
    </Form.Item>
  );
}
