import { useMutation } from '@tanstack/react-query';
import { mergeFieldCode, type FieldCode } from '@zhiheng/contract/fieldwork/codes';
import { Form, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { codeLabel } from '../notes/codes-select.tsx';
import { orderedCodes } from './code-tree.rules.ts';

interface Values {
  readonly into: string;
}

interface Props {
  readonly codes: readonly FieldCode[];
  readonly code: FieldCode;
  readonly onClose: () => void;
}

/** Makes one code of two; that cannot be taken back, so it is asked for. */
export function MergeDialog({ codes, code, onClose }: Props) {
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const merge = useMutation({
    mutationFn: ({ into }: Values) => call(mergeFieldCode, { params: { id: code.id }, body: { version: code.version, into } }),
    meta: { showsError: true, done: m.fieldwork_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const others = orderedCodes(codes).filter(({ id, parentId }) => id !== code.id && parentId !== code.id);
  return (
    <FormDialog<Values>
      title={m.fieldwork_code_merge_title({ name: format.text(code.name) })}
      open
      onClose={onClose}
      form={form}
      initialValues={{}}
      onSubmit={(values) => merge.mutate(values)}
      pending={merge.isPending}
      error={merge.error}
      submitLabel={m.fieldwork_code_merge()}
    >
      <Form.Item
        name="into"
        label={m.fieldwork_code_into()}
        extra={m.fieldwork_code_merge_help({ n: format.number(code.quotes) })}
        rules={[{ required: true, message: m.fieldwork_code_into_missing() }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={others.map((each) => ({ value: each.id, label: codeLabel(each, codes, format) }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
