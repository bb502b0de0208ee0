import { Checkbox, Form, Input, Select } from 'antd';
import { m } from '../../paraglide/messages.js';

const isStatus = (values: readonly string[] = []) => values.every((value) => /^[1-5]\d\d$/.test(value));

/** What an answer over HTTP must be like. */
export function HttpFields() {
  return (
    <>
      <Form.Item
        name={['target', 'expectedStatus']}
        label={m.probes_status()}
        extra={m.probes_status_help()}
        rules={[
          {
            validator: (_rule, values: readonly string[]) =>
              isStatus(values) ? Promise.resolve() : Promise.reject(new Error(m.probes_status_wrong())),
          },
        ]}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ', '，']} />
      </Form.Item>
      <Form.Item name={['target', 'expectedText']} label={m.probes_text()} extra={m.probes_text_help()}>
        <Input autoComplete="off" maxLength={400} />
      </Form.Item>
      <Form.Item name={['target', 'followRedirects']} valuePropName="checked">
        <Checkbox>{m.probes_redirects()}</Checkbox>
      </Form.Item>
    </>
  );
}
