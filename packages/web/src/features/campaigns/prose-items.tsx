import { Form, Input } from 'antd';
import { FormPair } from '../../ui/form-pair.tsx';

/** Longer text in both languages. */
export function ProseItems({ name, labels: [zh, en] }: { readonly name: string; readonly labels: readonly [string, string] }) {
  return (
    <FormPair>
      <Form.Item name={[name, 'zh']} label={zh}>
        <Input.TextArea lang="zh-CN" rows={3} maxLength={4000} />
      </Form.Item>
      <Form.Item name={[name, 'en']} label={en}>
        <Input.TextArea lang="en" rows={3} maxLength={4000} />
      </Form.Item>
    </FormPair>
  );
}
