import { dimension, perspective } from '@zhiheng/contract/measurement/indicator';
import { indicatorCode } from '@zhiheng/contract/values/text';
import { Form, Input, Select } from 'antd';
import { dimensionWords, perspectiveWords } from '../../lib/figures/indicator-words.ts';
import { m } from '../../paraglide/messages.js';
import { FormGrid } from '../../ui/form-grid.tsx';
import { FormSection } from '../../ui/form-section.tsx';
import { OwnerSelect } from '../subjects/index.ts';

/** What the indicator is called and what it speaks of. */
export function NameFields({ isNew }: { readonly isNew: boolean }) {
  const required = [{ required: true, whitespace: true, message: m.library_required() }];
  const isCode = {
    validator: (_rule: unknown, value: unknown) =>
      indicatorCode.safeParse(value).success ? Promise.resolve() : Promise.reject(new Error(m.library_code_hint())),
  };
  return (
    <FormSection title={m.library_section_basics()}>
      {isNew ? (
        <Form.Item name="code" label={m.library_code()} extra={m.library_code_hint()} rules={[isCode]} validateTrigger="onBlur">
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
      ) : null}
      <FormGrid>
        <Form.Item name={['name', 'zh']} label={m.library_name_zh()} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={m.library_name_en()} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="dimension" label={m.library_dimension()} rules={[{ required: true, message: m.library_required() }]}>
          <Select options={dimension.options.map((value) => ({ value, label: dimensionWords[value]() }))} />
        </Form.Item>
        <Form.Item name="perspective" label={m.library_perspective()}>
          <Select options={perspective.options.map((value) => ({ value, label: perspectiveWords[value]() }))} />
        </Form.Item>
      </FormGrid>
      <Form.Item name={['definition', 'zh']} label={m.library_definition_zh()}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name={['definition', 'en']} label={m.library_definition_en()}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="ownerId" label={m.library_owner()}>
        <OwnerSelect placeholder={m.library_owner_none()} />
      </Form.Item>
      <FormGrid>
        <Form.Item name={['targetSource', 'zh']} label={m.library_target_source_zh()}>
          <Input placeholder={m.library_optional()} />
        </Form.Item>
        <Form.Item name={['targetSource', 'en']} label={m.library_target_source_en()}>
          <Input placeholder={m.library_optional()} />
        </Form.Item>
      </FormGrid>
    </FormSection>
  );
}
