import { useQuery } from '@tanstack/react-query';
import { code as codeSchema } from '@zhiheng/contract/values/text';
import { Form, Input, Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FormGrid } from '../../ui/form-grid.tsx';
import { indicatorsQuery } from '../indicators/index.ts';

/** What the scorecard is called, and which indicators head the board. */
export function CardFields({ isNew }: { readonly isNew: boolean }) {
  const format = useFormat();
  const indicators = useQuery(indicatorsQuery).data ?? [];
  const required = [{ required: true, whitespace: true, message: m.board_required() }];
  const isCode = {
    validator: (_rule: unknown, value: unknown) =>
      codeSchema.safeParse(value).success ? Promise.resolve() : Promise.reject(new Error(m.board_editor_code_hint())),
  };
  return (
    <>
      {isNew ? (
        <Form.Item name="code" label={m.board_editor_code()} extra={m.board_editor_code_hint()} rules={[isCode]} validateTrigger="onBlur">
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
      ) : null}
      <FormGrid>
        <Form.Item name={['name', 'zh']} label={m.board_editor_name_zh()} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={m.board_editor_name_en()} rules={required}>
          <Input />
        </Form.Item>
      </FormGrid>
      <Form.Item name={['description', 'zh']} label={m.board_editor_description_zh()}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} />
      </Form.Item>
      <Form.Item name={['description', 'en']} label={m.board_editor_description_en()}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} />
      </Form.Item>
      <Form.Item name="headline" label={m.board_editor_headline()} extra={m.board_editor_headline_hint()}>
        <Select
          mode="multiple"
          maxCount={4}
          showSearch={{ optionFilterProp: 'label' }}
          options={indicators.map((indicator) => ({ value: indicator.code, label: format.text(indicator.name) }))}
        />
      </Form.Item>
    </>
  );
}
