import { useMutation } from '@tanstack/react-query';
import type { ImportMapping, SavedMapping } from '@zhiheng/contract/measurement/imports';
import { code as codeSchema } from '@zhiheng/contract/values/text';
import { Form, Input } from 'antd';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { saveMappingOf, type FileOptions } from './imports.query.ts';

interface Values {
  readonly code: string;
  readonly name: string;
}

interface Props {
  readonly open: boolean;
  /** the mapping that is being changed, if any */
  readonly start: SavedMapping | undefined;
  readonly mapping: ImportMapping;
  readonly options: FileOptions;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

export function SaveMappingDialog({ open, start, mapping, options, onClose, onSaved }: Props) {
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (values: Values) => saveMappingOf({ ...values, mapping, options }),
    meta: { showsError: true, done: m.imports_mapping_saved() },
    onSuccess: (saved) => {
      onSaved(saved.id);
      onClose();
    },
    onError: (error) => showFieldProblems(form, error),
  });
  const isCode = {
    validator: (_rule: unknown, value: unknown) =>
      codeSchema.safeParse(value).success ? Promise.resolve() : Promise.reject(new Error(m.board_editor_code_hint())),
  };
  return (
    <FormDialog<Values>
      title={m.imports_save_mapping()}
      open={open}
      onClose={onClose}
      form={form}
      initialValues={start === undefined ? {} : { code: start.code, name: start.name }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.imports_save()}
    >
      <Form.Item
        name="name"
        label={m.imports_save_mapping_name()}
        rules={[{ required: true, whitespace: true, message: m.board_required() }]}
      >
        <Input />
      </Form.Item>
      <Form.Item
        name="code"
        label={m.imports_save_mapping_code()}
        extra={m.imports_save_mapping_hint()}
        rules={[isCode]}
        validateTrigger="onBlur"
      >
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
    </FormDialog>
  );
}
