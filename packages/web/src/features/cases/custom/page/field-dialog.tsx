import { useMutation } from '@tanstack/react-query';
import { caseType } from '@zhiheng/contract/cases/case';
import { caseFieldKind, createCaseField, updateCaseField, type CaseField } from '@zhiheng/contract/cases/fields';
import { Checkbox, Form, Input, Select } from 'antd';
import { call } from '../../../../lib/call.ts';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { showToast } from '../../../../lib/toast.ts';
import { m } from '../../../../paraglide/messages.js';
import { CodeField } from '../../../../ui/code-field.tsx';
import { FormDialog, showFieldProblems } from '../../../../ui/form-dialog.tsx';
import { FormPair } from '../../../../ui/form-pair.tsx';
import { LocalTextFields } from '../../../../ui/local-text-fields.tsx';
import { optionsOf, typeWords } from '../../words/case-words.ts';
import { fieldKindWords } from '../custom-words.ts';
import { bodyOf, valuesOf, type FieldValues } from './field-values.ts';
import { OptionsField } from './options-field.tsx';

interface Props {
  /** null for one that is being made */
  readonly field: CaseField | null;
  readonly position: number;
  readonly onClose: () => void;
}

export function FieldDialog({ field, position, onClose }: Props) {
  const format = useFormat();
  const [form] = Form.useForm<FieldValues>();
  const kind = Form.useWatch('kind', form) ?? field?.kind ?? 'text';
  const save = useMutation({
    mutationFn: (values: FieldValues) => {
      const body = bodyOf(values);
      if (field !== null) return call(updateCaseField, { params: { id: field.id }, body });
      return call(createCaseField, { body: { ...body, code: values.code, kind: values.kind, position } });
    },
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: (saved) => {
      const words = { name: format.text(saved.name) };
      showToast({ tone: 'good', words: field === null ? m.cases_categories_created(words) : m.cases_categories_saved(words) });
      onClose();
    },
  });
  return (
    <FormDialog
      title={field === null ? m.cases_fields_add() : m.cases_fields_edit()}
      open
      width={640}
      onClose={onClose}
      form={form}
      initialValues={valuesOf(field)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.shell_save()}
    >
      <LocalTextFields name="name" suggestsCode={field === null} />
      {field === null ? <CodeField /> : null}
      <FormPair>
        <Form.Item name="kind" label={m.cases_fields_kind()} extra={field === null ? undefined : m.cases_fields_kind_fixed()}>
          <Select disabled={field !== null} options={optionsOf(fieldKindWords, caseFieldKind.options)} />
        </Form.Item>
        <Form.Item name="types" label={m.cases_categories_types()}>
          <Select mode="multiple" placeholder={m.cases_categories_types_all()} options={optionsOf(typeWords, caseType.options)} />
        </Form.Item>
      </FormPair>
      {kind === 'choice' || kind === 'several' ? <OptionsField /> : null}
      <HelpFields />
      <Form.Item name="required" valuePropName="checked" style={{ marginBottom: 4 }}>
        <Checkbox>{m.cases_fields_required_words()}</Checkbox>
      </Form.Item>
      <Form.Item name="listed" valuePropName="checked">
        <Checkbox>{m.cases_fields_listed_words()}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

/** What stands below the field when somebody fills it in. */
function HelpFields() {
  return (
    <FormPair>
      <Form.Item name={['help', 'zh']} label={m.cases_fields_help_zh()}>
        <Input lang="zh-CN" maxLength={400} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['help', 'en']} label={m.cases_fields_help_en()}>
        <Input lang="en" maxLength={400} autoComplete="off" />
      </Form.Item>
    </FormPair>
  );
}
