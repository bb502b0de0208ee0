import { useMutation } from '@tanstack/react-query';
import { createFieldCode, updateFieldCode, type FieldCode } from '@zhiheng/contract/fieldwork/codes';
import { Form, Input, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';

type Values = Pick<FieldCode, 'name' | 'meaning' | 'parentId'>;

interface Props {
  readonly studyId: string;
  readonly codes: readonly FieldCode[];
  /** undefined: a new one, below `parentId` */
  readonly code: FieldCode | undefined;
  readonly parentId: string | null;
  readonly onClose: () => void;
}

export function CodeDialog({ studyId, codes, code, parentId, onClose }: Props) {
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (values: Values) => {
      if (code !== undefined) return call(updateFieldCode, { params: { id: code.id }, body: { version: code.version, ...values } });
      const position = codes.filter((each) => each.parentId === values.parentId).length;
      return call(createFieldCode, { params: { id: studyId }, body: { ...values, position } });
    },
    meta: { showsError: true, done: m.fieldwork_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  // One that has codes below it stays on top.
  const isTop = codes.some((each) => each.parentId === code?.id);
  const tops = codes.filter((each) => each.parentId === null && each.id !== code?.id);
  return (
    <FormDialog<Values>
      title={code === undefined ? m.fieldwork_code_add() : m.fieldwork_code_edit()}
      open
      onClose={onClose}
      form={form}
      initialValues={code ?? { parentId, meaning: { zh: '', en: '' } }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.fieldwork_save()}
      width={600}
    >
      <LocalTextFields name="name" />
      <FormPair>
        <Form.Item name={['meaning', 'zh']} label={m.fieldwork_meaning_zh()}>
          <Input.TextArea lang="zh-CN" rows={3} maxLength={4000} />
        </Form.Item>
        <Form.Item name={['meaning', 'en']} label={m.fieldwork_meaning_en()}>
          <Input.TextArea lang="en" rows={3} maxLength={4000} />
        </Form.Item>
      </FormPair>
      <Form.Item name="parentId" label={m.fieldwork_code_parent()} normalize={(value: string | undefined) => value ?? null}>
        <Select
          allowClear
          disabled={isTop}
          placeholder={m.fieldwork_code_top()}
          options={tops.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
